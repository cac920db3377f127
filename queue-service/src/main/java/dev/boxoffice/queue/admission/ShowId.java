package dev.boxoffice.queue.admission;

import java.util.UUID;

/** One performance, with a line of its own. */
public record ShowId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
