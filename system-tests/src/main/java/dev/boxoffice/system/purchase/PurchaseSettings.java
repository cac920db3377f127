package dev.boxoffice.system.purchase;

import java.time.Duration;

/**
 * How to measure.
 *
 * @param clients at once; each asks again as soon as it has its answer
 * @param seats of each of the shows that are sold
 */
public record PurchaseSettings(
    Duration warmUp, Duration lasts, int clients, int seatsPerBooking, int seats) {
  private static final int SEATS_PER_BOOKING_MAX = 6;

  public PurchaseSettings {
    if (!warmUp.isPositive() || !lasts.isPositive()) {
      throw new IllegalArgumentException("measure for " + lasts + " after " + warmUp);
    }
    if (clients < 1 || seatsPerBooking < 1 || seatsPerBooking > SEATS_PER_BOOKING_MAX) {
      throw new IllegalArgumentException(
          clients + " clients, " + seatsPerBooking + " seats a booking");
    }
  }
}
