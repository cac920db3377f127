package dev.boxoffice.system.catalogue;

import java.time.Duration;

/**
 * What is to be measured.
 *
 * @param events in the catalogue
 * @param perSecond searches
 * @param holdsPerSecond of a sale meanwhile; none if 0
 * @param lasts the measurement of the warm system
 */
public record SearchSettings(
    int events, int perSecond, int holdsPerSecond, Duration lasts, long seed) {
  private static final int EVENTS_MAX = 2_000_000;
  private static final int HOLDS_MAX = 1_000;

  public SearchSettings {
    if (events < 1_000 || events > EVENTS_MAX) {
      throw new IllegalArgumentException(events + " events");
    }
    if (perSecond < 1
        || holdsPerSecond < 0
        || holdsPerSecond > HOLDS_MAX
        || lasts.toSeconds() < 1) {
      throw new IllegalArgumentException(
          perSecond + " searches/s beside " + holdsPerSecond + " holds/s for " + lasts);
    }
  }
}
