package dev.boxoffice.seat.allocation;

import java.util.UUID;

/** One hold; also the owner's name of its seats in Redis. */
record HoldId(UUID value) implements Comparable<HoldId> {

  static HoldId random() {
    return new HoldId(UUID.randomUUID());
  }

  @Override
  public int compareTo(HoldId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
