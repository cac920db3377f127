package dev.boxoffice.seat.sale;

import java.util.UUID;

/**
 * One place at one show. The ids of a show's seats are one base id (see {@link SeatIdBase}) plus
 * the seat's index, so they compress well and their order is the seat map's order.
 */
public record SeatId(UUID value) implements Comparable<SeatId> {

  /** The order Postgres has for ids: by unsigned bytes. */
  @Override
  public int compareTo(SeatId other) {
    int high =
        Long.compareUnsigned(value.getMostSignificantBits(), other.value.getMostSignificantBits());
    return high != 0
        ? high
        : Long.compareUnsigned(
            value.getLeastSignificantBits(), other.value.getLeastSignificantBits());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
