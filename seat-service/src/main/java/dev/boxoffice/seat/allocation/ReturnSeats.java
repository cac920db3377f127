package dev.boxoffice.seat.allocation;

import dev.boxoffice.seat.allocation.hold.BookingId;
import dev.boxoffice.seat.allocation.hold.EndedHolds;
import dev.boxoffice.seat.allocation.hold.HoldId;
import dev.boxoffice.seat.allocation.hold.HoldRecord;
import dev.boxoffice.seat.allocation.hold.HoldStatus;
import dev.boxoffice.seat.allocation.hold.ReturnOutcome;
import dev.boxoffice.seat.allocation.load.BoundedTransactions;
import dev.boxoffice.seat.sale.SeatId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gives booked seats back to the sale; repeated, it changes nothing and says the same. */
@Component
public class ReturnSeats {
  private final BoundedTransactions transactions;
  private final HoldLedger holds;
  private final HeldSeatLedger heldSeats;
  private final EndHolds endHolds;
  private final SeatNews news;

  ReturnSeats(
      BoundedTransactions transactions,
      HoldLedger holds,
      HeldSeatLedger heldSeats,
      EndHolds endHolds,
      SeatNews news) {
    this.transactions = transactions;
    this.holds = holds;
    this.heldSeats = heldSeats;
    this.endHolds = endHolds;
    this.news = news;
  }

  /** Gives back these seats of a booking, or all of them if none are named. */
  public ReturnOutcome giveBack(HoldId holdId, BookingId bookingId, @Nullable List<SeatId> which) {
    Step step = transactions.run(_ -> giveBackInTransaction(holdId, bookingId, which));
    step.freed().ifPresent(news::ended);
    return step.outcome();
  }

  private Step giveBackInTransaction(
      HoldId holdId, BookingId bookingId, @Nullable List<SeatId> which) {
    HoldRecord hold = holds.lockWithBuyer(holdId).orElse(null);
    if (hold == null) {
      return new Step(new ReturnOutcome.NotFound(), Optional.empty());
    }
    if (hold.status() != HoldStatus.BOOKED || !hold.isOf(bookingId)) {
      return new Step(new ReturnOutcome.Returned(List.of()), Optional.empty());
    }
    List<SeatId> asked =
        heldSeats.seatsOf(holdId).stream()
            .filter(seatId -> which == null || which.contains(seatId))
            .toList();
    return new Step(
        new ReturnOutcome.Returned(asked), Optional.of(endHolds.giveBack(hold, bookingId, asked)));
  }

  private record Step(ReturnOutcome outcome, Optional<EndedHolds> freed) {}
}
