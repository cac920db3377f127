-- Counts a hold that its user let expire, once. KEYS: the user's expired holds, cool-down.
-- ARGV: the hold's id, when it ended (ms), ms it counts, holds that are too many, ms to cool down.
-- Answers whether the user has to cool down for it.
local time = redis.call('TIME')
local millis = time[1] * 1000 + math.floor(time[2] / 1000)
redis.call('ZADD', KEYS[1], ARGV[2], ARGV[1])
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', millis - ARGV[3])
redis.call('PEXPIRE', KEYS[1], ARGV[3])
if redis.call('ZCARD', KEYS[1]) < tonumber(ARGV[4]) then
  return 0
end
redis.call('DEL', KEYS[1])
redis.call('SET', KEYS[2], '1', 'PX', ARGV[5])
return 1
