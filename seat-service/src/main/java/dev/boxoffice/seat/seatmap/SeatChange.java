package dev.boxoffice.seat.seatmap;

import dev.boxoffice.seat.allocation.hold.SeatStatus;

/** What the seat at this index of the map has become. A higher version is a later change. */
record SeatChange(int seatIndex, SeatStatus status, int version) {

  SeatChange {
    if (seatIndex < 0 || version < 0) {
      throw new IllegalArgumentException("index " + seatIndex + ", version " + version);
    }
  }
}
