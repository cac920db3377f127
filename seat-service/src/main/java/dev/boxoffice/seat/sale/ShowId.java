package dev.boxoffice.seat.sale;

import java.util.UUID;

/** One performance whose seats are sold. */
public record ShowId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
