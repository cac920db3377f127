package dev.boxoffice.booking;

import java.util.UUID;

/** A seat of a show. */
public record SeatId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
