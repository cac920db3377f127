package dev.boxoffice.seat.allocation;

import dev.boxoffice.seat.allocation.hold.ExtendOutcome;
import dev.boxoffice.seat.allocation.hold.Hold;
import dev.boxoffice.seat.allocation.hold.HoldId;
import dev.boxoffice.seat.allocation.hold.HoldRecord;
import dev.boxoffice.seat.allocation.hold.UserId;
import dev.boxoffice.seat.allocation.load.BoundedTransactions;
import org.springframework.stereotype.Component;

/** Gives a buyer more time, a few times. */
@Component
public class ExtendHold {
  private final BoundedTransactions transactions;
  private final HoldLedger holds;
  private final AlignSeats alignSeats;
  private final SeatNews news;

  ExtendHold(
      BoundedTransactions transactions, HoldLedger holds, AlignSeats alignSeats, SeatNews news) {
    this.transactions = transactions;
    this.holds = holds;
    this.alignSeats = alignSeats;
    this.news = news;
  }

  public ExtendOutcome extend(HoldId holdId, UserId userId) {
    ExtendOutcome outcome = transactions.run(_ -> extendInTransaction(holdId, userId));
    if (outcome instanceof ExtendOutcome.Extended(Hold hold)) {
      news.moved(hold);
    }
    return outcome;
  }

  private ExtendOutcome extendInTransaction(HoldId holdId, UserId userId) {
    HoldRecord hold = holds.lock(holdId).orElse(null);
    if (hold == null || !hold.userId().equals(userId)) {
      return new ExtendOutcome.NotFound();
    }
    if (holds.extend(holdId) != 1) {
      return new ExtendOutcome.NotExtendable(hold.status(), hold.extensions());
    }
    return new ExtendOutcome.Extended(alignSeats.withHold(hold));
  }
}
