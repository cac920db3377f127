package dev.boxoffice.seat.sale;

import java.util.UUID;

/** A zone's seats of one price category. */
public record SectionId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
