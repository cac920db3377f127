-- Takes a token of a bucket, and with more keys than that looks at what is known of its user.
-- KEYS: bucket [, cool-down, refusals, challenge, devices, solution]: all of one slot.
-- ARGV: micros a token, micros to fill [, new refusals, refusals that challenge, ms they count, ms a
--   challenge lasts, device or "", devices at most, ms a device counts, ms a solution counts or 0].
-- Answers a verdict and, for WAIT, the micros until the bucket is full or, for COOL, until it is over.
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
local ofUser = #KEYS > 1

if ofUser and tonumber(ARGV[3]) > 0 then
  local refusals = redis.call('INCRBY', KEYS[3], ARGV[3])
  if refusals == tonumber(ARGV[3]) then
    redis.call('PEXPIRE', KEYS[3], ARGV[5])
  end
  if refusals >= tonumber(ARGV[4]) then
    redis.call('SET', KEYS[4], '1', 'PX', ARGV[6])
    redis.call('DEL', KEYS[3])
  end
end

if ofUser then
  local cooling = redis.call('PTTL', KEYS[2])
  if cooling > 0 then
    return string.format('COOL %.0f', cooling * 1000)
  end
end

local perToken = tonumber(ARGV[1])
local toFill = tonumber(ARGV[2])
local fullAt = tonumber(redis.call('GET', KEYS[1]) or now)
local lacking = math.min(math.max(fullAt - now, 0), toFill)
if lacking + perToken > toFill then
  return string.format('WAIT %.0f', lacking)
end
lacking = lacking + perToken
redis.call('SET', KEYS[1], string.format('%.0f', now + lacking), 'PX', math.ceil(lacking / 1000))

if ofUser and ARGV[7] ~= '' then
  local millis = math.floor(now / 1000)
  redis.call('ZREMRANGEBYSCORE', KEYS[5], '-inf', millis - ARGV[9])
  if not redis.call('ZSCORE', KEYS[5], ARGV[7])
      and redis.call('ZCARD', KEYS[5]) >= tonumber(ARGV[8]) then
    return 'DEVICES 0'
  end
  redis.call('ZADD', KEYS[5], millis, ARGV[7])
  redis.call('PEXPIRE', KEYS[5], ARGV[9])
end

if ofUser and redis.call('EXISTS', KEYS[4]) == 1 then
  if tonumber(ARGV[10]) == 0
      or not redis.call('SET', KEYS[6], '1', 'NX', 'PX', ARGV[10]) then
    return 'CHALLENGE 0'
  end
  redis.call('DEL', KEYS[3], KEYS[4])
end
return 'PASS 0'
