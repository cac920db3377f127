package dev.boxoffice.seat.allocation;

import dev.boxoffice.seat.allocation.hold.HoldOutcome;
import dev.boxoffice.seat.allocation.hold.UserId;
import dev.boxoffice.seat.allocation.load.BoundedTransactions;
import dev.boxoffice.seat.sale.ShowTerms;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whether a buyer may have more seats of a show at all, for those who have chosen none. */
@Component
public class BuyerLimit {
  private final BoundedTransactions transactions;
  private final BuyerLedger buyers;

  BuyerLimit(BoundedTransactions transactions, BuyerLedger buyers) {
    this.transactions = transactions;
    this.buyers = buyers;
  }

  /** The refusal of so many seats more, if they are too many. */
  public Optional<HoldOutcome> refusal(ShowTerms terms, UserId userId, int seats) {
    int owned =
        transactions
            .run(_ -> buyers.counts(terms.showId(), List.of(userId)))
            .getOrDefault(userId, 0);
    return owned + seats > terms.seatsPerUserMax()
        ? Optional.of(new HoldOutcome.LimitReached(terms.seatsPerUserMax(), owned))
        : Optional.empty();
  }
}
