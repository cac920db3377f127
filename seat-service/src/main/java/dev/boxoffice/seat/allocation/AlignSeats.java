package dev.boxoffice.seat.allocation;

import dev.boxoffice.seat.allocation.hold.Hold;
import dev.boxoffice.seat.allocation.hold.HoldRecord;
import org.springframework.stereotype.Component;

/** Lets a hold's seats expire when the hold does, in the transaction that moved its expiry. */
@Component
class AlignSeats {
  private final HeldSeatLedger heldSeats;
  private final SeatLedger seats;
  private final HoldReader reader;

  AlignSeats(HeldSeatLedger heldSeats, SeatLedger seats, HoldReader reader) {
    this.heldSeats = heldSeats;
    this.seats = seats;
    this.reader = reader;
  }

  /** Moves the seats' expiry and answers with the hold as it is now. */
  Hold withHold(HoldRecord hold) {
    int aligned =
        seats.expireWithHold(hold.showId(), hold.holdId(), heldSeats.seatsOf(hold.holdId()));
    if (aligned != hold.seatCount()) {
      throw new IllegalStateException(
          "hold " + hold.holdId() + " has " + aligned + " of " + hold.seatCount() + " seats");
    }
    return reader.find(hold.holdId()).orElseThrow();
  }
}
