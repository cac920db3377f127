-- Adds an instance's views to those of all instances.
-- KEYS: the show's views. ARGV: minute, views, minutes kept, seconds kept.
redis.call('HSETNX', KEYS[1], 'since', ARGV[1])
redis.call('HINCRBY', KEYS[1], 'all', ARGV[2])
local views = redis.call('HINCRBY', KEYS[1], ARGV[1], ARGV[2])

local oldest = ARGV[1] - ARGV[3]
for _, field in ipairs(redis.call('HKEYS', KEYS[1])) do
  local minute = tonumber(field)
  if minute and minute < oldest then
    redis.call('HDEL', KEYS[1], field)
  end
end
redis.call('EXPIRE', KEYS[1], ARGV[4])
return views
