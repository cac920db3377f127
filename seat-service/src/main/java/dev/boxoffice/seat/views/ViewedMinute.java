package dev.boxoffice.seat.views;

import dev.boxoffice.seat.sale.ShowId;
import java.time.Duration;
import java.time.Instant;

/**
 * A minute in which a show was looked at.
 *
 * @param minute counted from 1970
 */
record ViewedMinute(ShowId showId, long minute) {
  private static final long SECONDS = Duration.ofMinutes(1).toSeconds();

  static ViewedMinute of(ShowId showId, Instant at) {
    return new ViewedMinute(showId, minute(at));
  }

  static long minute(Instant at) {
    return Math.floorDiv(at.getEpochSecond(), SECONDS);
  }
}
