package dev.boxoffice.local.launcher.publishing;

import java.time.Duration;
import java.util.Locale;

/** How long something took, in words. */
public final class Elapsed {

  private Elapsed() {}

  /**
   * Seconds, with their unit.
   *
   * @param nanos a reading of {@link System#nanoTime()}
   */
  public static String since(long nanos) {
    double millis = Duration.ofNanos(System.nanoTime() - nanos).toMillis();
    return String.format(Locale.ROOT, "%.1f s", millis / 1_000);
  }
}
