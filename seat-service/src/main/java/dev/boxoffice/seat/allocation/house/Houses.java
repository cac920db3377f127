package dev.boxoffice.seat.allocation.house;

import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.boxoffice.defaults.problem.UnavailableException;
import dev.boxoffice.seat.allocation.load.BoundedTransactions;
import dev.boxoffice.seat.allocation.rules.House;
import dev.boxoffice.seat.allocation.rules.House.Seat;
import dev.boxoffice.seat.allocation.rules.Stage;
import dev.boxoffice.seat.sale.ShowId;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.springframework.stereotype.Component;

/** The houses of the shows asked for lately, each read once and kept: 20 bytes or so a seat. */
@Component
class Houses {
  private static final long SEATS_KEPT_MAX = 2_000_000;

  private final HouseLedger ledger;
  private final Executor loading = Executors.newVirtualThreadPerTaskExecutor();
  private final AsyncLoadingCache<ShowId, House> houses;

  Houses(HouseLedger ledger, BoundedTransactions transactions) {
    this.ledger = ledger;
    this.houses =
        Caffeine.newBuilder()
            .maximumWeight(SEATS_KEPT_MAX)
            .weigher((ShowId showId, House house) -> Math.max(1, house.seats()))
            .executor(loading)
            .buildAsync(showId -> transactions.run(_ -> read(showId)));
  }

  /**
   * The house of a show whose seats exist. Not to be asked for inside a transaction. All who ask
   * while it is read share the reading, also one that fails.
   *
   * @throws UnavailableException if the database is away, or has no turn for it in time
   */
  House of(ShowId showId) {
    try {
      return houses.get(showId).join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof UnavailableException away
          ? new UnavailableException(String.valueOf(away.getMessage()), away.getCause())
          : e;
    }
  }

  private House read(ShowId showId) {
    List<Seat> seats = ledger.seats(showId);
    return new House(ledger.sections(showId), seats, Stage.of(ledger.shapes(showId), seats));
  }
}
