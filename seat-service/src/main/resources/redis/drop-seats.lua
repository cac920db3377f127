-- Removes claims by their owners' names. KEYS: one a seat. ARGV: the owner of each.
local dropped = 0
for i, key in ipairs(KEYS) do
  if redis.call('GET', key) == ARGV[i] then
    dropped = dropped + redis.call('DEL', key)
  end
end
return dropped
