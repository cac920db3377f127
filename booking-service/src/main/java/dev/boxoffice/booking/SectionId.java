package dev.boxoffice.booking;

import java.util.UUID;

/** A section of a venue. */
public record SectionId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
