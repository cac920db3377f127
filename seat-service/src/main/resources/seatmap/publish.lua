-- Numbers, logs and publishes those of the changes that no frame has said yet.
-- KEYS: head, states, log. ARGV: channel, link, millis, frames kept, seconds kept, then (seat index, state)...
local seq = redis.call('HGET', KEYS[1], 'seq')
if not seq or redis.call('EXISTS', KEYS[2]) == 0 then
  return 'NO SEQUENCE'
end

local news = {}
for i = 6, #ARGV, 2 do
  local offset = tonumber(ARGV[i]) * 4
  local state = tonumber(ARGV[i + 1])
  local stored = redis.call('GETRANGE', KEYS[2], offset, offset + 3)
  local known = 0
  if #stored == 4 then
    known = struct.unpack('>I4', stored)
  end
  -- The version is all but the two low bits: an older change must not overwrite a newer one.
  if math.floor(state / 4) > math.floor(known / 4) then
    redis.call('SETRANGE', KEYS[2], offset, struct.pack('>I4', state))
    news[#news + 1] = ARGV[i] .. ':' .. ARGV[i + 1]
  end
end
if #news == 0 then
  return 'NOTHING NEW'
end

local previous = redis.call('HGET', KEYS[1], 'link')
local number = redis.call('HINCRBY', KEYS[1], 'seq', 1)
local frame = string.format('%.0f %s %s %s %s', number, previous, ARGV[2], ARGV[3], table.concat(news, ','))
redis.call('HSET', KEYS[1], 'link', ARGV[2], 'at', ARGV[3])
redis.call('RPUSH', KEYS[3], frame)
redis.call('LTRIM', KEYS[3], -tonumber(ARGV[4]), -1)
for _, key in ipairs(KEYS) do
  redis.call('EXPIRE', key, ARGV[5])
end
redis.call('PUBLISH', ARGV[1], frame)
return frame
