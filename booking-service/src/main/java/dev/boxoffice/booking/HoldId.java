package dev.boxoffice.booking;

import java.util.UUID;

/** A hold, as seat-service names it. */
public record HoldId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
