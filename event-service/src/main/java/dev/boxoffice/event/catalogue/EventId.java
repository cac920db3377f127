package dev.boxoffice.event.catalogue;

import jakarta.persistence.Embeddable;
import java.util.UUID;

/** One event: a title with any number of shows. */
@Embeddable
public record EventId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
