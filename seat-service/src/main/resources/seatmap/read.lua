-- What lies between a reader, who knows the sequence up to (seq, link), and its end. The reader is an instance, and
-- says how many watch the show there.
-- KEYS: head, states, log, waiting, watchers. ARGV: the reader's seq (-1: none) and link, a fresh token, its name,
-- how many watch there.
if tonumber(ARGV[5]) > 0 then
  local clock = redis.call('TIME')
  local report = string.format('%s %.0f', ARGV[5], clock[1] * 1000 + math.floor(clock[2] / 1000))
  redis.call('HSET', KEYS[5], ARGV[4], report)
  redis.call('EXPIRE', KEYS[5], 60)
end

local head = redis.call('HMGET', KEYS[1], 'seq', 'link', 'at', 'seed')
local seq = tonumber(head[1])
local since = tonumber(ARGV[1])

-- A reader who has seen more, or something else under the same number, proves that history was lost here
-- (a failover to an older copy): what is left must not be continued. A sequence that stands where it was
-- seeded is no such thing: Postgres said then that there is no more to know.
local lost = seq and (seq < since or (seq == since and head[2] ~= ARGV[2] and head[4] ~= head[1]))
if not seq or lost or redis.call('EXISTS', KEYS[2]) == 0 then
  redis.call('HDEL', KEYS[1], 'seq', 'link', 'at', 'seed')
  redis.call('DEL', KEYS[2], KEYS[3], KEYS[4])
  redis.call('HSETNX', KEYS[1], 'token', ARGV[3])
  redis.call('EXPIRE', KEYS[1], 60)
  return 'NO_SEQUENCE ' .. redis.call('HGET', KEYS[1], 'token')
end

if seq == since and head[2] == ARGV[2] then
  return 'NOTHING'
end

local missed = seq - since
local logged = redis.call('LLEN', KEYS[3])
if since >= 0 and missed > 0 and missed <= logged then
  local first = redis.call('LINDEX', KEYS[3], -missed)
  if string.match(first, '^%d+ (%S+) ') == ARGV[2] then
    return 'MISSED\n' .. table.concat(redis.call('LRANGE', KEYS[3], -missed, -1), '\n')
  end
end

local states = redis.call('GET', KEYS[2])
return string.format('WHOLE %.0f %s %s %d', seq, head[2], head[3], #states) .. '\n' .. states
  .. table.concat(redis.call('LRANGE', KEYS[3], 0, -1), '\n')
