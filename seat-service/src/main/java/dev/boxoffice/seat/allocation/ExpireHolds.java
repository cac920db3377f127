package dev.boxoffice.seat.allocation;

import dev.boxoffice.seat.allocation.hold.EndedHolds;
import dev.boxoffice.seat.allocation.hold.HoldId;
import dev.boxoffice.seat.allocation.hold.UserId;
import dev.boxoffice.seat.allocation.load.BoundedTransactions;
import dev.boxoffice.seat.sale.ShowId;
import java.util.Collection;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Ends holds whose time has passed and that stand in somebody's way, without waiting for the sweep:
 * a whole hold expires with its first seat.
 */
@Component
class ExpireHolds {
  private final BoundedTransactions transactions;
  private final DueHoldLedger dueHolds;
  private final BuyerLedger buyers;
  private final EndHolds endHolds;
  private final SeatNews news;

  ExpireHolds(
      BoundedTransactions transactions,
      DueHoldLedger dueHolds,
      BuyerLedger buyers,
      EndHolds endHolds,
      SeatNews news) {
    this.transactions = transactions;
    this.dueHolds = dueHolds;
    this.buyers = buyers;
    this.endHolds = endHolds;
    this.news = news;
  }

  /** Ends those of a show's holds that are due, after waiting for whoever has them locked. */
  void expire(ShowId showId, Collection<HoldId> holdIds) {
    news.ended(transactions.run(_ -> expireInTransaction(showId, holdIds)));
  }

  private EndedHolds expireInTransaction(ShowId showId, Collection<HoldId> holdIds) {
    Set<UserId> users = dueHolds.buyers(holdIds);
    Set<UserId> locked = buyers.lock(showId, users);
    if (!locked.equals(users)) {
      throw new IllegalStateException("rows of the buyers " + users + ": " + locked);
    }
    return endHolds.expire(showId, dueHolds.lock(holdIds));
  }
}
