package dev.boxoffice.booking.cancellation;

import java.time.Duration;
import java.time.Instant;

/** How much of the price comes back, by the time that is left before the show. */
final class RefundPolicy {

  private static final Duration WHOLE_UNTIL = Duration.ofHours(24);
  private static final Duration HALF_UNTIL = Duration.ofHours(4);
  private static final int WHOLE_PERCENT = 100;
  private static final int HALF_PERCENT = 50;

  private RefundPolicy() {}

  static int percentage(Cause cause, Instant asked, Instant showTime) {
    return switch (cause) {
      case SHOW -> WHOLE_PERCENT;
      case BUYER -> byTimeLeft(Duration.between(asked, showTime));
    };
  }

  private static int byTimeLeft(Duration left) {
    if (left.compareTo(WHOLE_UNTIL) >= 0) {
      return WHOLE_PERCENT;
    }
    return left.compareTo(HALF_UNTIL) >= 0 ? HALF_PERCENT : 0;
  }
}
