package dev.boxoffice.system.stream;

import java.util.UUID;

/** A seat's place in its map. */
final class SeatIndex {
  private SeatIndex() {}

  /** It is in the low half of the seat's id. */
  static int of(UUID seatId) {
    return (int) seatId.getLeastSignificantBits();
  }
}
