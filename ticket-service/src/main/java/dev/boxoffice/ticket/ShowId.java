package dev.boxoffice.ticket;

import java.util.UUID;

/** A show, as the catalogue names it. */
public record ShowId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
