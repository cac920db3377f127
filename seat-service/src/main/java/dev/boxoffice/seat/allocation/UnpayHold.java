package dev.boxoffice.seat.allocation;

import dev.boxoffice.seat.allocation.hold.EndedHolds;
import dev.boxoffice.seat.allocation.hold.Hold;
import dev.boxoffice.seat.allocation.hold.HoldId;
import dev.boxoffice.seat.allocation.hold.HoldRecord;
import dev.boxoffice.seat.allocation.hold.HoldStatus;
import dev.boxoffice.seat.allocation.hold.PaymentAttempt;
import dev.boxoffice.seat.allocation.hold.UnpayOutcome;
import dev.boxoffice.seat.allocation.load.BoundedTransactions;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Puts a hold back to what it was before paying began, or ends it if the deadline has passed. */
@Component
public class UnpayHold {
  private final BoundedTransactions transactions;
  private final HoldLedger holds;
  private final AlignSeats alignSeats;
  private final EndHolds endHolds;
  private final SeatNews news;

  UnpayHold(
      BoundedTransactions transactions,
      HoldLedger holds,
      AlignSeats alignSeats,
      EndHolds endHolds,
      SeatNews news) {
    this.transactions = transactions;
    this.holds = holds;
    this.alignSeats = alignSeats;
    this.endHolds = endHolds;
    this.news = news;
  }

  public UnpayOutcome unpay(HoldId holdId, PaymentAttempt payment) {
    Step step = transactions.run(_ -> unpayInTransaction(holdId, payment));
    step.resumed().ifPresent(news::moved);
    step.ended().ifPresent(news::ended);
    return step.outcome();
  }

  private Step unpayInTransaction(HoldId holdId, PaymentAttempt payment) {
    HoldRecord hold = holds.lockWithBuyer(holdId).orElse(null);
    if (hold == null || !hold.isOf(payment.bookingId())) {
      return Step.of(new UnpayOutcome.NotFound());
    }
    return switch (hold.status()) {
      case BOOKED -> Step.of(new UnpayOutcome.AlreadyBooked());
      case RELEASED, EXPIRED -> Step.of(new UnpayOutcome.Ended(hold.expiresAt()));
      case ACTIVE, PAYING -> {
        if (hold.due()) {
          yield Step.ended(hold, endHolds.expire(hold.showId(), List.of(hold)));
        }
        // What a later attempt began stays as it is.
        yield hold.status() == HoldStatus.PAYING && hold.isOf(payment)
            ? Step.resumed(resume(hold, payment))
            : Step.of(new UnpayOutcome.Active(hold.expiresAt()));
      }
    };
  }

  private Hold resume(HoldRecord hold, PaymentAttempt payment) {
    if (holds.unpay(hold.holdId(), payment) != 1) {
      throw new IllegalStateException("hold " + hold.holdId() + " changed while it was locked");
    }
    return alignSeats.withHold(hold);
  }

  private record Step(UnpayOutcome outcome, Optional<Hold> resumed, Optional<EndedHolds> ended) {
    static Step of(UnpayOutcome outcome) {
      return new Step(outcome, Optional.empty(), Optional.empty());
    }

    static Step resumed(Hold hold) {
      return new Step(
          new UnpayOutcome.Active(hold.expiresAt()), Optional.of(hold), Optional.empty());
    }

    static Step ended(HoldRecord hold, EndedHolds ended) {
      return new Step(
          new UnpayOutcome.Ended(hold.expiresAt()), Optional.empty(), Optional.of(ended));
    }
  }
}
