package dev.boxoffice.system.race;

import java.nio.file.Path;
import java.time.Duration;

/**
 * What a race is to be.
 *
 * @param seed decides what buyers do and what breaks when
 * @param lasts at least so long, and until every kind of fault has come once
 * @param buyers at once
 * @param faults whether anything breaks
 * @param logs where the log stays if something is found
 */
public record RaceSettings(long seed, Duration lasts, int buyers, boolean faults, Path logs) {
  public static final int USUAL_BUYERS = 16;

  public RaceSettings {
    if (!lasts.isPositive()) {
      throw new IllegalArgumentException("a race of " + lasts);
    }
    if (buyers < 1) {
      throw new IllegalArgumentException(buyers + " buyers");
    }
  }
}
