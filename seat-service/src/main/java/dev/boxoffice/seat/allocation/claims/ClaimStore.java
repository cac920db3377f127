package dev.boxoffice.seat.allocation.claims;

import dev.boxoffice.seat.allocation.hold.HoldId;
import dev.boxoffice.seat.redis.AsyncScript;
import java.time.Duration;
import java.util.List;

/** Where claims are kept. Answers within a bounded time, whatever is away. */
sealed interface ClaimStore permits SharedRedis, LockNodes {
  /** Claims all seats of a group for so long, or none. */
  ClaimOutcome claim(SeatKeys.Group seats, HoldId holdId, Duration howLong);

  /** Runs a script that changes only what is its owners'; says whether it could. */
  boolean run(AsyncScript<Long> script, List<String> keys, List<String> arguments);
}
