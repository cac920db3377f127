package dev.boxoffice.seat.allocation;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows buyers their own holds. */
@Component
class FindHold {
  private final HoldReader holds;
  private final BoundedTransactions transactions;

  FindHold(HoldReader holds, BoundedTransactions transactions) {
    this.holds = holds;
    this.transactions = transactions;
  }

  /** The hold, or null if there is none of this buyer's with that id. */
  @Nullable Hold find(HoldId holdId, UserId userId) {
    return transactions
        .run(_ -> holds.find(holdId))
        .filter(hold -> hold.userId().equals(userId))
        .orElse(null);
  }
}
