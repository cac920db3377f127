package dev.boxoffice.booking.process;

import java.time.Duration;

/** How long to wait before the next try: doubled each time, up to a bound. */
public record Backoff(Duration first, Duration max) {

  private static final int DOUBLINGS_MAX = 16;

  public Backoff {
    if (first.isNegative() || first.isZero() || max.compareTo(first) < 0) {
      throw new IllegalArgumentException("A backoff grows from " + first + " to " + max);
    }
  }

  public Duration after(int tries) {
    var grown = first.multipliedBy(1L << Math.min(tries, DOUBLINGS_MAX));
    return grown.compareTo(max) < 0 ? grown : max;
  }
}
