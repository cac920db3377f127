package dev.boxoffice.seat.allocation;

import java.util.UUID;

/** The purchase of one hold, as booking-service names it. */
record BookingId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
