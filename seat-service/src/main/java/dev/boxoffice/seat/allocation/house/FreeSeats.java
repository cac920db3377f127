package dev.boxoffice.seat.allocation.house;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.boxoffice.seat.allocation.load.AllocationSettings;
import dev.boxoffice.seat.allocation.load.BoundedTransactions;
import dev.boxoffice.seat.allocation.rules.House.Range;
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

  private record Scope(ShowId showId, Range seats) {}

  /**
   * The free seats of sections and of those that share rows with them, and of what lies between
   * these in the seat map. Not to be asked for inside a transaction.
   */
  Reading read(ShowHouse show, BitSet sections) {
    return show.house()
        .seatsOf(show.house().withSameRows(sections))
        .map(seats -> read(show, new Scope(show.showId(), seats)))
        .orElseGet(() -> new Reading(new BitSet(), 0));
  }

  private Reading read(ShowHouse show, Scope scope) {
    return readings
        .get(scope, _ -> new SharedReading(waitAtMost))
        .next(
            () ->
                transactions.run(_ -> ledger.find(scope.showId(), show.seatIds(), scope.seats())));
  }
}
