package dev.boxoffice.seat.allocation;

import dev.boxoffice.seat.allocation.hold.EndedHolds;
import dev.boxoffice.seat.allocation.hold.HoldId;
import dev.boxoffice.seat.allocation.hold.HoldRecord;
import dev.boxoffice.seat.allocation.hold.HoldStatus;
import dev.boxoffice.seat.allocation.hold.ReleaseOutcome;
import dev.boxoffice.seat.allocation.hold.UserId;
import dev.boxoffice.seat.allocation.load.BoundedTransactions;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Gives up a hold before its time; repeated, it says the same. */
@Component
public class ReleaseHold {
  private final BoundedTransactions transactions;
  private final HoldLedger holds;
  private final EndHolds endHolds;
  private final SeatNews news;

  ReleaseHold(
      BoundedTransactions transactions, HoldLedger holds, EndHolds endHolds, SeatNews news) {
    this.transactions = transactions;
    this.holds = holds;
    this.endHolds = endHolds;
    this.news = news;
  }

  public ReleaseOutcome release(HoldId holdId, UserId userId) {
    Step step = transactions.run(_ -> releaseInTransaction(holdId, userId));
    step.ended().ifPresent(news::ended);
    return step.outcome();
  }

  private Step releaseInTransaction(HoldId holdId, UserId userId) {
    HoldRecord hold = holds.lockWithBuyer(holdId).orElse(null);
    if (hold == null || !hold.userId().equals(userId)) {
      return Step.of(new ReleaseOutcome.NotFound());
    }
    return switch (hold.status()) {
      case RELEASED, EXPIRED -> Step.of(new ReleaseOutcome.Released());
      case BOOKED -> Step.of(new ReleaseOutcome.Committed(hold.status()));
      case ACTIVE, PAYING -> {
        if (hold.due()) {
          yield Step.ended(endHolds.expire(hold.showId(), List.of(hold)));
        }
        yield hold.status() == HoldStatus.ACTIVE
            ? Step.ended(endHolds.release(hold.showId(), hold))
            : Step.of(new ReleaseOutcome.Committed(hold.status()));
      }
    };
  }

  private record Step(ReleaseOutcome outcome, Optional<EndedHolds> ended) {
    static Step of(ReleaseOutcome outcome) {
      return new Step(outcome, Optional.empty());
    }

    static Step ended(EndedHolds ended) {
      return new Step(new ReleaseOutcome.Released(), Optional.of(ended));
    }
  }
}
