-- Adds changes to what waits for the next frame, and if that is due, numbers, logs and publishes it: in one frame,
-- whoever made the changes. A change that is not later than what is known is dropped.
-- KEYS: head, states, log, waiting, watchers. ARGV: channel, link, frames kept, seconds kept, seats per frame,
-- least and most milliseconds between frames, sends per second, milliseconds, then (seat index, state)...
local FIRST_CHANGE = 10
local REPORT_MILLIS = 5000

-- The version is all but the two low bits: an older change must not overwrite a newer one.
local function is_later(state, known)
  return math.floor(state / 4) > math.floor(known / 4)
end

if redis.call('HEXISTS', KEYS[1], 'seq') == 0 or redis.call('EXISTS', KEYS[2]) == 0 then
  redis.call('DEL', KEYS[4])
  return 'NO_SEQUENCE'
end

for i = FIRST_CHANGE, #ARGV, 2 do
  local offset = tonumber(ARGV[i]) * 4
  local state = tonumber(ARGV[i + 1])
  local stored = redis.call('GETRANGE', KEYS[2], offset, offset + 3)
  local known = 0
  if #stored == 4 then
    known = struct.unpack('>I4', stored)
  end
  if is_later(state, known) and is_later(state, tonumber(redis.call('HGET', KEYS[4], ARGV[i]) or '0')) then
    redis.call('HSET', KEYS[4], ARGV[i], ARGV[i + 1])
  end
end
if redis.call('EXISTS', KEYS[4]) == 0 then
  return 'NOTHING_NEW'
end

local clock = redis.call('TIME')
local now = clock[1] * 1000 + math.floor(clock[2] / 1000)
local least, most = tonumber(ARGV[6]), tonumber(ARGV[7])
local wait = tonumber(redis.call('HGET', KEYS[1], 'due') or '0') - now
-- A clock that was set back must not stop the stream.
if wait > 0 and wait <= most then
  redis.call('EXPIRE', KEYS[4], ARGV[4])
  return string.format('LATER %.0f', wait)
end

local waiting = redis.call('HGETALL', KEYS[4])
redis.call('DEL', KEYS[4])
local frames = {}
local news = {}
for i = 1, #waiting, 2 do
  redis.call('SETRANGE', KEYS[2], tonumber(waiting[i]) * 4, struct.pack('>I4', tonumber(waiting[i + 1])))
  news[#news + 1] = waiting[i] .. ':' .. waiting[i + 1]
  if #news == tonumber(ARGV[5]) or i + 2 > #waiting then
    local link = ARGV[2]
    if #frames > 0 then
      link = link .. '.' .. #frames
    end
    local previous = redis.call('HGET', KEYS[1], 'link')
    local number = redis.call('HINCRBY', KEYS[1], 'seq', 1)
    local frame = string.format('%.0f %s %s %s %s', number, previous, link, ARGV[9], table.concat(news, ','))
    redis.call('HSET', KEYS[1], 'link', link, 'at', ARGV[9])
    redis.call('RPUSH', KEYS[3], frame)
    redis.call('PUBLISH', ARGV[1], frame)
    frames[#frames + 1] = frame
    news = {}
  end
end
redis.call('LTRIM', KEYS[3], -tonumber(ARGV[3]), -1)

-- Instances say how many watch there; what an instance said is good for a few seconds.
local watchers = 0
local reports = redis.call('HGETALL', KEYS[5])
for i = 1, #reports, 2 do
  local count, at = string.match(reports[i + 1], '^(%d+) (%d+)$')
  if now - tonumber(at) <= REPORT_MILLIS then
    watchers = watchers + tonumber(count)
  else
    redis.call('HDEL', KEYS[5], reports[i])
  end
end
local pause = math.min(most, math.max(least, #frames * watchers * 1000 / tonumber(ARGV[8])))
redis.call('HSET', KEYS[1], 'due', string.format('%.0f', now + pause))
for i = 1, 3 do
  redis.call('EXPIRE', KEYS[i], ARGV[4])
end
return 'FRAMES\n' .. table.concat(frames, '\n')
