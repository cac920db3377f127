package dev.boxoffice.seat.allocation.house;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.boxoffice.seat.allocation.load.BoundedTransactions;
import dev.boxoffice.seat.allocation.rules.House;
import dev.boxoffice.seat.allocation.rules.House.Seat;
import dev.boxoffice.seat.allocation.rules.Stage;
import dev.boxoffice.seat.sale.ShowId;
import java.util.List;
import org.springframework.stereotype.Component;

/** The houses of the shows asked for lately, each read once and kept: 20 bytes or so a seat. */
@Component
class Houses {
  private static final long SEATS_KEPT_MAX = 2_000_000;

  private final HouseLedger ledger;
  private final LoadingCache<ShowId, House> houses;

  Houses(HouseLedger ledger, BoundedTransactions transactions) {
    this.ledger = ledger;
    this.houses =
        Caffeine.newBuilder()
            .maximumWeight(SEATS_KEPT_MAX)
            .weigher((ShowId showId, House house) -> Math.max(1, house.seats()))
            .build(showId -> transactions.run(_ -> read(showId)));
  }

  /** The house of a show whose seats exist. Not to be asked for inside a transaction. */
  House of(ShowId showId) {
    return houses.get(showId);
  }

  private House read(ShowId showId) {
    List<Seat> seats = ledger.seats(showId);
    return new House(ledger.sections(showId), seats, Stage.of(ledger.shapes(showId), seats));
  }
}
