package dev.boxoffice.queue.admission;

import java.util.UUID;

/** One join of one line; also the id of the admission it leads to. */
public record EntryId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
