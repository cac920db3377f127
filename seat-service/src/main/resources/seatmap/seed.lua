-- Starts a sequence from what Postgres said after the token was given out.
-- KEYS: head, states, log. ARGV: token, seq, link, millis, states, seconds kept.
if redis.call('HEXISTS', KEYS[1], 'seq') == 1 or redis.call('HGET', KEYS[1], 'token') ~= ARGV[1] then
  return 'NOT NEEDED'
end
redis.call('HDEL', KEYS[1], 'token')
redis.call('HSET', KEYS[1], 'seq', ARGV[2], 'seed', ARGV[2], 'link', ARGV[3], 'at', ARGV[4])
redis.call('SET', KEYS[2], ARGV[5])
redis.call('DEL', KEYS[3])
for _, key in ipairs(KEYS) do
  redis.call('EXPIRE', key, ARGV[6])
end
return 'SEEDED'
