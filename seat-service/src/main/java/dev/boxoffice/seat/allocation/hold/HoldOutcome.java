package dev.boxoffice.seat.allocation.hold;

import dev.boxoffice.seat.guard.VisitorOutcome;
import dev.boxoffice.seat.sale.SeatId;
import dev.boxoffice.seat.sale.ShowId;
import java.util.List;

/** What became of a request to hold seats. If several refusals apply, the first here is given. */
public sealed interface HoldOutcome {
  /** Every seat asked for is held until the hold expires. */
  record Held(Hold hold) implements HoldOutcome {}

  /** There is no such show. */
  record ShowNotFound(ShowId showId) implements HoldOutcome {}

  /** The show's sale has not begun, is over, or will not be. */
  record NotOnSale(ShowId showId) implements HoldOutcome {}

  /** The buyer asks too often, from too many devices, or without a proof that is due. */
  record NotLetIn(VisitorOutcome.Refusal why) implements HoldOutcome {}

  /** The show has a waiting room, and it has not let this buyer in. */
  record AdmissionRequired(ShowId showId) implements HoldOutcome {}

  /** At least one seat is not of this show. */
  record SeatNotFound(List<SeatId> seatIds) implements HoldOutcome {
    public SeatNotFound {
      seatIds = List.copyOf(seatIds);
    }
  }

  /** The buyer would have more seats of this show than the organiser allows. */
  record LimitReached(int seatsPerUserMax, int owned) implements HoldOutcome {}

  /** These seats would be left alone, and the buyer could do otherwise; nothing was held. */
  record OrphanSeat(List<SeatId> seatIds) implements HoldOutcome {
    public OrphanSeat {
      seatIds = List.copyOf(seatIds);
    }
  }

  /** At least one seat belongs to someone else; nothing was held. */
  record SeatsTaken(List<SeatId> seatIds) implements HoldOutcome {
    public SeatsTaken {
      seatIds = List.copyOf(seatIds);
    }
  }
}
