package dev.boxoffice.seat.allocation.claims;

import dev.boxoffice.seat.allocation.hold.HoldId;
import dev.boxoffice.seat.redis.AsyncScript;
import dev.boxoffice.seat.redis.RedisBreakers;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Claims in the Redis, or the cluster, that the rest of the service asks too. */
final class SharedRedis implements ClaimStore {
  private static final Logger log = LoggerFactory.getLogger(SharedRedis.class);

  private final StringRedisTemplate redis;
  private final RedisBreakers breakers;

  SharedRedis(StringRedisTemplate redis, RedisBreakers breakers) {
    this.redis = redis;
    this.breakers = breakers;
  }

  @Override
  public ClaimOutcome claim(SeatKeys.Group seats, HoldId holdId, Duration howLong) {
    return breakers.ask(
        seats.keys().getFirst(),
        () ->
            ClaimScripts.outcome(
                seats.seatIds(),
                redis.execute(
                    ClaimScripts.CLAIM.script(),
                    seats.keys(),
                    holdId.toString(),
                    Long.toString(howLong.toMillis()))),
        new ClaimOutcome.Unknown());
  }

  @Override
  public boolean run(AsyncScript<Long> script, List<String> keys, List<String> arguments) {
    return breakers.ask(
        keys.getFirst(),
        () -> {
          long changed = redis.execute(script.script(), keys, arguments.toArray());
          log.debug("{} of {} claims changed", changed, keys.size());
          return true;
        },
        false);
  }
}
