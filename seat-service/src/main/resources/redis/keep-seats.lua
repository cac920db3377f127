-- Moves the expiry of claims by their owners' names. KEYS: one a seat. ARGV: milliseconds, the owner of each.
local kept = 0
for i, key in ipairs(KEYS) do
  if redis.call('GET', key) == ARGV[i + 1] then
    kept = kept + redis.call('PEXPIRE', key, ARGV[1])
  end
end
return kept
