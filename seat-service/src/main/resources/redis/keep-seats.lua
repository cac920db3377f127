-- Moves the expiry of the claims that are still this hold's. KEYS: one a seat. ARGV: the hold's id, milliseconds.
local kept = 0
for _, key in ipairs(KEYS) do
  if redis.call('GET', key) == ARGV[1] then
    kept = kept + redis.call('PEXPIRE', key, ARGV[2])
  end
end
return kept
