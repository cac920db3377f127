-- Claims all seats or none. KEYS: one a seat. ARGV: the hold's id, milliseconds.
-- Answers "" or, for each seat that another hold has claimed, "position=owner" joined by commas.
local taken = {}
for i, key in ipairs(KEYS) do
  local owner = redis.call('GET', key)
  if owner and owner ~= ARGV[1] then
    taken[#taken + 1] = i .. '=' .. owner
  end
end
if #taken == 0 then
  for _, key in ipairs(KEYS) do
    redis.call('SET', key, ARGV[1], 'NX', 'PX', ARGV[2])
  end
end
return table.concat(taken, ',')
