-- Starts a sequence from what Postgres said after the token was given out.
-- KEYS: head, states, log, waiting, watchers. ARGV: token, seq, link, millis, states, seconds kept.
if redis.call('HEXISTS', KEYS[1], 'seq') == 1 or redis.call('HGET', KEYS[1], 'token') ~= ARGV[1] then
  return 'NOT NEEDED'
end
redis.call('HDEL', KEYS[1], 'token')
redis.call('HSET', KEYS[1], 'seq', ARGV[2], 'seed', ARGV[2], 'link', ARGV[3], 'at', ARGV[4])
redis.call('SET', KEYS[2], ARGV[5])
redis.call('DEL', KEYS[3], KEYS[4])
for i = 1, 3 do
  redis.call('EXPIRE', KEYS[i], ARGV[6])
end
return 'SEEDED'
