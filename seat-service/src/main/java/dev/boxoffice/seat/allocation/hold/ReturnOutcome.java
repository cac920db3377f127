package dev.boxoffice.seat.allocation.hold;

import dev.boxoffice.seat.sale.SeatId;
import java.util.List;

/** What became of booked seats that a booking gives back. */
public sealed interface ReturnOutcome {
  /** These of the seats asked for are not the booking's any more, now or since before. */
  record Returned(List<SeatId> seatIds) implements ReturnOutcome {
    public Returned {
      seatIds = List.copyOf(seatIds);
    }
  }

  /** There is no such hold. */
  record NotFound() implements ReturnOutcome {}
}
