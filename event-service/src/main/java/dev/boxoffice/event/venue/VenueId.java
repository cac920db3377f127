package dev.boxoffice.event.venue;

import jakarta.persistence.Embeddable;
import java.util.UUID;

/** One venue. */
@Embeddable
public record VenueId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
