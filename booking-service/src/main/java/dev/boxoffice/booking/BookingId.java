package dev.boxoffice.booking;

import java.util.UUID;

/** A booking. */
public record BookingId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
