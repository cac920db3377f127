package dev.boxoffice.system.stream;

import java.time.Duration;
import java.util.List;

/**
 * What is to be measured.
 *
 * @param subscribers of one show, all instances together
 * @param perProcess sockets that one process may have, be it a server or the load
 * @param rates changes a second, one rate after the other
 * @param lasts each rate
 * @param silent subscribers beyond the others who never read
 */
public record StreamSettings(
    int subscribers, int perProcess, List<Integer> rates, Duration lasts, int silent) {

  /** Changes are made at this rate first, while nothing is measured. */
  static final int WARM_UP_RATE = 400;

  static final Duration WARM_UP = Duration.ofSeconds(15);

  private static final int SUBSCRIBERS_MAX = 500_000;
  private static final int RATE_MAX = 2_000;
  private static final int SEATS_MAX = 100_000;

  public StreamSettings {
    rates = List.copyOf(rates);
    if (subscribers < 1 || subscribers > SUBSCRIBERS_MAX) {
      throw new IllegalArgumentException("subscribers: 1 to " + SUBSCRIBERS_MAX);
    }
    if (perProcess < 1 || silent < 0 || silent >= perProcess) {
      throw new IllegalArgumentException(silent + " silent ones, " + perProcess + " a process");
    }
    if (rates.isEmpty() || rates.stream().anyMatch(rate -> rate < 1 || rate > RATE_MAX)) {
      throw new IllegalArgumentException("rates: 1 to " + RATE_MAX + " changes a second");
    }
    if (!lasts.isPositive() || seatsNeeded(rates, lasts) > SEATS_MAX) {
      throw new IllegalArgumentException("more seats than a show may have");
    }
  }

  /** Of seat-service, as many as the sockets need. */
  public int instances() {
    return Math.ceilDiv(subscribers + silent, perProcess);
  }

  /** As evenly as it goes. */
  int subscribersOf(int instance) {
    return subscribers / instances() + (instance < subscribers % instances() ? 1 : 0);
  }

  int seatsNeeded() {
    return seatsNeeded(rates, lasts);
  }

  /** Every seat is held once. */
  private static int seatsNeeded(List<Integer> rates, Duration lasts) {
    long warmUp = WARM_UP_RATE * WARM_UP.toSeconds();
    long measured = rates.stream().mapToLong(rate -> rate * lasts.toMillis() / 1000 + rate).sum();
    return (int) Math.min(Integer.MAX_VALUE, warmUp + measured);
  }
}
