package dev.boxoffice.queue.admission;

import java.time.Duration;

/**
 * How fast people are let in.
 *
 * @param activeMax how many may be admitted at one time
 */
public record Pace(int batchSize, Duration batchInterval, int activeMax) {
  private static final long MINUTE_MILLIS = Duration.ofMinutes(1).toMillis();

  public Pace {
    if (batchSize < 1 || activeMax < 1 || batchInterval.toMillis() < 1) {
      throw new IllegalArgumentException(
          "no pace: %d every %s, %d active".formatted(batchSize, batchInterval, activeMax));
    }
  }

  /** How long someone waits before whom so many people go; at least until the next batch. */
  public Duration waitBehind(long ahead) {
    return batchInterval.multipliedBy(ahead / batchSize + 1);
  }

  public long admissionsPerMinute() {
    return batchSize * MINUTE_MILLIS / batchInterval.toMillis();
  }
}
