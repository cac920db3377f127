package dev.boxoffice.system.seatmap;

import java.time.Duration;
import java.util.List;

/**
 * What is to be measured.
 *
 * @param lasts each measurement
 * @param warmUp of each form, at seat-service and at the gateway, before anything is measured
 * @param seats of a show, one size after the other
 * @param connections that ask at once, each again as soon as it has its answer
 */
public record MapSettings(Duration lasts, Duration warmUp, List<Integer> seats, int connections) {

  private static final int SEATS_MAX = 100_000;

  public MapSettings {
    seats = List.copyOf(seats);
    if (lasts.toSeconds() < 1 || warmUp.toSeconds() < 1) {
      throw new IllegalArgumentException("measure whole seconds, not " + lasts + ", " + warmUp);
    }
    if (seats.isEmpty() || seats.stream().anyMatch(size -> size < 1 || size > SEATS_MAX)) {
      throw new IllegalArgumentException("nothing to measure with shows of " + seats + " seats");
    }
    if (connections < 1) {
      throw new IllegalArgumentException("nobody asks with " + connections + " connections");
    }
  }
}
