-- Names the holds that have seats, where nobody is named or the hold that was refused the seat.
-- KEYS: one a seat. ARGV: milliseconds, then for each seat the hold that has it and the refused one.
local restored = 0
for i, key in ipairs(KEYS) do
  local owner = redis.call('GET', key)
  if not owner or owner == ARGV[2 * i + 1] then
    redis.call('SET', key, ARGV[2 * i], 'PX', ARGV[1])
    restored = restored + 1
  end
end
return restored
