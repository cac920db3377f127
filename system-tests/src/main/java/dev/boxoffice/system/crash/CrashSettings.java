package dev.boxoffice.system.crash;

import java.nio.file.Path;
import java.time.Duration;

/**
 * What a run of crashes is to be.
 *
 * @param seed of the order of the cases
 * @param lasts no halt is begun later
 * @param all goes on until there is no case left, however long that takes
 * @param atOnce purchases and cancellations that die of one halt, each at its own point
 * @param folder for the system's state and logs
 */
public record CrashSettings(long seed, Duration lasts, boolean all, int atOnce, Path folder) {
  private static final int AT_ONCE_MAX = 100;

  public CrashSettings {
    if (!lasts.isPositive()) {
      throw new IllegalArgumentException("crashes for " + lasts);
    }
    if (atOnce < 1 || atOnce > AT_ONCE_MAX) {
      throw new IllegalArgumentException(
          "%d at once: a halt ends 1 to %d".formatted(atOnce, AT_ONCE_MAX));
    }
  }
}
