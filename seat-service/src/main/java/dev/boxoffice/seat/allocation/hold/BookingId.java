package dev.boxoffice.seat.allocation.hold;

import java.util.UUID;

/** The purchase of one hold, as booking-service names it. */
public record BookingId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
