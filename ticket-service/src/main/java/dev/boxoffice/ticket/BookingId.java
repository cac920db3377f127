package dev.boxoffice.ticket;

import java.util.UUID;

/** A booking, as booking-service names it. */
public record BookingId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
