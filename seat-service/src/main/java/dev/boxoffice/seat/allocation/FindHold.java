package dev.boxoffice.seat.allocation;

import dev.boxoffice.seat.allocation.hold.Hold;
import dev.boxoffice.seat.allocation.hold.HoldId;
import dev.boxoffice.seat.allocation.hold.UserId;
import dev.boxoffice.seat.allocation.load.BoundedTransactions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows buyers their own holds. */
@Component
public class FindHold {
  private final HoldReader holds;
  private final BoundedTransactions transactions;

  FindHold(HoldReader holds, BoundedTransactions transactions) {
    this.holds = holds;
    this.transactions = transactions;
  }

  /** The hold, or null if there is none of this buyer's with that id. */
  public @Nullable Hold find(HoldId holdId, UserId userId) {
    return transactions
        .run(_ -> holds.find(holdId))
        .filter(hold -> hold.userId().equals(userId))
        .orElse(null);
  }
}
