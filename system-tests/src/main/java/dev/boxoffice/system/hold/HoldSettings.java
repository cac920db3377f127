package dev.boxoffice.system.hold;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * What is to be measured.
 *
 * @param lasts each measurement
 * @param warmUp the first of each way, before anything of it is measured
 * @param seats of a show, one size after the other
 * @param clients at once; {@code baselineClients} are tried for the ways that are not ours
 * @param steadyPerSecond attempts a second at which seat-service's latency is measured
 * @param seatsPrepared free seats before each measurement, in as many shows as that makes
 * @param idempotencyKeys whether requests over HTTP carry one
 */
public record HoldSettings(
    Duration lasts,
    Duration warmUp,
    List<Integer> seats,
    List<Load> loads,
    Set<Way> ways,
    int clients,
    List<Integer> baselineClients,
    int seatsPerHold,
    int steadyPerSecond,
    int seatsPrepared,
    boolean idempotencyKeys,
    long seed) {

  /** Each holds that often in a minute or so, and no more tokens need signing. */
  static final int USERS = 5000;

  private static final int SEATS_PER_HOLD_MAX = 10;

  public HoldSettings {
    seats = List.copyOf(seats);
    loads = List.copyOf(loads);
    ways = Set.copyOf(ways);
    baselineClients = List.copyOf(baselineClients);
    if (!lasts.isPositive() || !warmUp.isPositive()) {
      throw new IllegalArgumentException("measure for " + lasts + " after " + warmUp);
    }
    if (clients < 1 || seatsPerHold < 1 || seatsPerHold > SEATS_PER_HOLD_MAX) {
      throw new IllegalArgumentException(clients + " clients, " + seatsPerHold + " seats a hold");
    }
    if (seats.isEmpty() || loads.isEmpty() || ways.isEmpty() || baselineClients.isEmpty()) {
      throw new IllegalArgumentException("nothing to measure");
    }
    if (seats.stream().anyMatch(size -> size / 5 < seatsPerHold)) {
      throw new IllegalArgumentException("shows too small for a hot fifth: " + seats);
    }
  }
}
