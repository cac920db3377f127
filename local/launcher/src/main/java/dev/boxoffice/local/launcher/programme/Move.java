package dev.boxoffice.local.launcher.programme;

import java.time.Instant;
import java.util.List;

/**
 * By how many whole years a season is moved, all of it alike, so that summer stays summer.
 *
 * @param years none for a season that is still to come
 */
record Move(int years) {

  private static final int YEARS_MAX = 300;

  Move {
    if (years < 0 || years > YEARS_MAX) {
      throw new IllegalArgumentException("a move by " + years + " years");
    }
  }

  /** The shortest after which every concert is in the future. */
  static Move intoTheFuture(List<Concert> concerts, Instant now) {
    int years = 0;
    for (Concert concert : concerts) {
      while (years < YEARS_MAX && !isToCome(concert, years, now)) {
        years++;
      }
    }
    return new Move(years);
  }

  boolean isToCome(Concert concert, Instant now) {
    return isToCome(concert, years, now);
  }

  private static boolean isToCome(Concert concert, int years, Instant now) {
    return concert.movedBy(years).toInstant().isAfter(now);
  }
}
