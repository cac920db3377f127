package dev.boxoffice.seat.guard;

import java.time.Duration;

/**
 * What is left in a bucket.
 *
 * @param limit attempts that a full bucket allows
 * @param untilFull when all of them are there again
 * @param untilNext when a refused attempt would be allowed
 */
public record Quota(long limit, long remaining, Duration untilFull, Duration untilNext) {
  public Quota {
    if (remaining < 0 || remaining > limit || untilFull.isNegative() || untilNext.isNegative()) {
      throw new IllegalArgumentException(
          remaining + " of " + limit + ", full in " + untilFull + ", next in " + untilNext);
    }
  }
}
