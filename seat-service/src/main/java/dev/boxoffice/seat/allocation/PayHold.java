package dev.boxoffice.seat.allocation;

import dev.boxoffice.seat.allocation.hold.Hold;
import dev.boxoffice.seat.allocation.hold.HoldId;
import dev.boxoffice.seat.allocation.hold.HoldRecord;
import dev.boxoffice.seat.allocation.hold.HoldStatus;
import dev.boxoffice.seat.allocation.hold.PayOutcome;
import dev.boxoffice.seat.allocation.hold.PaymentAttempt;
import dev.boxoffice.seat.allocation.hold.UserId;
import dev.boxoffice.seat.allocation.load.BoundedTransactions;
import org.springframework.stereotype.Component;

/** Begins paying: the hold's seats stay until the pay deadline, however little was left of it. */
@Component
public class PayHold {
  private final BoundedTransactions transactions;
  private final HoldLedger holds;
  private final AlignSeats alignSeats;
  private final HoldReader reader;
  private final SeatNews news;

  PayHold(
      BoundedTransactions transactions,
      HoldLedger holds,
      AlignSeats alignSeats,
      HoldReader reader,
      SeatNews news) {
    this.transactions = transactions;
    this.holds = holds;
    this.alignSeats = alignSeats;
    this.reader = reader;
    this.news = news;
  }

  public PayOutcome pay(HoldId holdId, PaymentAttempt payment, UserId userId) {
    PayOutcome outcome = transactions.run(_ -> payInTransaction(holdId, payment, userId));
    if (outcome instanceof PayOutcome.Payable(Hold hold) && hold.status() == HoldStatus.PAYING) {
      news.moved(hold);
    }
    return outcome;
  }

  private PayOutcome payInTransaction(HoldId holdId, PaymentAttempt payment, UserId userId) {
    HoldRecord hold = holds.lock(holdId).orElse(null);
    if (hold == null || !hold.userId().equals(userId)) {
      return new PayOutcome.NotFound();
    }
    return switch (hold.status()) {
      case RELEASED, EXPIRED -> new PayOutcome.Expired();
      case BOOKED -> hold.isOf(payment) ? asBefore(holdId) : new PayOutcome.Expired();
      case PAYING ->
          hold.live() && hold.isOf(payment) ? asBefore(holdId) : new PayOutcome.Expired();
      case ACTIVE ->
          holds.pay(holdId, payment) == 1
              ? new PayOutcome.Payable(alignSeats.withHold(hold))
              : new PayOutcome.Expired();
    };
  }

  private PayOutcome asBefore(HoldId holdId) {
    return new PayOutcome.Payable(reader.find(holdId).orElseThrow());
  }
}
