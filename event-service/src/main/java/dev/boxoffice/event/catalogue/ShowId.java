package dev.boxoffice.event.catalogue;

import jakarta.persistence.Embeddable;
import java.util.UUID;

/** One performance whose seats are sold. */
@Embeddable
public record ShowId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
