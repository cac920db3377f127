package dev.boxoffice.seat.allocation.house;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.boxoffice.seat.allocation.load.AllocationSettings;
import dev.boxoffice.seat.allocation.load.BoundedTransactions;
import dev.boxoffice.seat.sale.ShowId;
import java.time.Duration;
import java.util.BitSet;
import org.springframework.stereotype.Component;

/** Which seats are free, read for all together who ask for the same ones at the same time. */
@Component
class FreeSeats {
  private static final Duration KEPT_FOR = Duration.ofMinutes(1);
  private static final int SCOPES_MAX = 1_000;

  private final FreeSeatLedger ledger;
  private final BoundedTransactions transactions;
  private final Duration waitAtMost;
  private final Cache<Scope, SharedReading> readings =
      Caffeine.newBuilder().expireAfterAccess(KEPT_FOR).maximumSize(SCOPES_MAX).build();

  FreeSeats(FreeSeatLedger ledger, BoundedTransactions transactions, AllocationSettings settings) {
    this.ledger = ledger;
    this.transactions = transactions;
    this.waitAtMost = settings.databaseWait();
  }

  private record Scope(ShowId showId, BitSet sections) {}

  /**
   * The free seats of sections and of those that share rows with them. Not to be asked for inside a
   * transaction.
   */
  Reading read(ShowHouse show, BitSet sections) {
    BitSet all = show.house().withSameRows(sections);
    if (all.isEmpty()) {
      return new Reading(new BitSet(), 0);
    }
    return readings
        .get(new Scope(show.showId(), all), _ -> new SharedReading(waitAtMost))
        .next(
            () ->
                transactions.run(
                    _ -> ledger.find(show.showId(), show.seatIds(), show.house().seatsOf(all))));
  }
}
