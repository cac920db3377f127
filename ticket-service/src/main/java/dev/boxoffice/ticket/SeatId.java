package dev.boxoffice.ticket;

import java.util.UUID;

/** A seat of a show, as seat-service names it. */
public record SeatId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
