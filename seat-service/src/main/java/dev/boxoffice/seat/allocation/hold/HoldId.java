package dev.boxoffice.seat.allocation.hold;

import java.util.UUID;

/** One hold; also the owner's name of its seats in Redis. */
public record HoldId(UUID value) implements Comparable<HoldId> {

  public static HoldId random() {
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
