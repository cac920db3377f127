package dev.boxoffice.seat.allocation.hold;

import dev.boxoffice.seat.sale.SeatId;
import java.time.Instant;
import java.util.List;

/** What became of the wish to turn a paid hold into booked seats. */
public sealed interface BookOutcome {
  /** The seats are this booking's, now or since before. */
  record Booked(HoldId holdId, BookingId bookingId, List<SeatId> seatIds, Instant bookedAt)
      implements BookOutcome {
    public Booked {
      seatIds = List.copyOf(seatIds);
    }
  }

  /** There is no such hold. */
  record NotFound() implements BookOutcome {}

  /** The pay deadline has passed, or this attempt is not the one that pays. */
  record Expired() implements BookOutcome {}
}
