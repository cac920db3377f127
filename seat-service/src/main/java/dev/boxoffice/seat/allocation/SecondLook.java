package dev.boxoffice.seat.allocation;

import dev.boxoffice.seat.allocation.claims.ClaimOutcome;
import dev.boxoffice.seat.allocation.hold.HoldId;
import dev.boxoffice.seat.allocation.hold.HoldRequest;
import dev.boxoffice.seat.allocation.house.SeatRules;
import dev.boxoffice.seat.allocation.house.Surroundings;
import dev.boxoffice.seat.allocation.load.BoundedTransactions;
import dev.boxoffice.seat.sale.SeatId;
import dev.boxoffice.seat.sale.ShowId;
import dev.boxoffice.seat.sale.ShowTerms;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Checks a refusal by Redis against the database, as long as that has not too much else to do: a
 * claim may have outlived its hold, more seats may be taken than Redis knows of, and a buyer who is
 * over the limit or leaves a single seat alone is to be told that first.
 */
@Component
class SecondLook {
  /** Grants wait for the database too: a refusal that is probably right must not hold them up. */
  private static final Duration WAIT_AT_MOST = Duration.ofMillis(100);

  private final BoundedTransactions transactions;
  private final SeatLedger seats;
  private final HoldLedger holds;
  private final BuyerLedger buyers;
  private final SeatRules rules;

  SecondLook(
      BoundedTransactions transactions,
      SeatLedger seats,
      HoldLedger holds,
      BuyerLedger buyers,
      SeatRules rules) {
    this.transactions = transactions;
    this.seats = seats;
    this.holds = holds;
    this.buyers = buyers;
    this.rules = rules;
  }

  Verdict look(HoldRequest request, ClaimOutcome.Refused refused, ShowTerms terms) {
    Optional<Surroundings> around = rules.around(request.seatIds(), terms);
    return transactions
        .runWithin(WAIT_AT_MOST, _ -> lookNow(request, refused, terms, around))
        .orElseGet(() -> new Verdict.Taken(inOrder(request, refused.owners().keySet())));
  }

  private Verdict lookNow(
      HoldRequest request,
      ClaimOutcome.Refused refused,
      ShowTerms terms,
      Optional<Surroundings> around) {
    int owned = buyers.count(request.showId(), request.userId());
    if (owned + request.seatIds().size() > terms.seatsPerUserMax()) {
      return new Verdict.AskDatabase();
    }
    if (around.filter(nearby -> strands(request.showId(), nearby)).isPresent()) {
      return new Verdict.AskDatabase();
    }
    Set<HoldId> known = new HashSet<>(holds.known(refused.owners().values()));
    Set<SeatId> taken = new HashSet<>(refused.owners().keySet());
    Map<SeatId, HoldId> dead = new HashMap<>();
    for (SeatLedger.SeatLook seat : seats.look(request.showId(), request.seatIds())) {
      HoldId owner = refused.owners().get(seat.seatId());
      if (!seat.free()) {
        taken.add(seat.seatId());
      }
      // An owner the database has not heard of is being written; its claim ends by itself.
      if (owner != null && known.contains(owner) && (seat.free() || !owner.equals(seat.holdId()))) {
        dead.put(seat.seatId(), owner);
        if (seat.free()) {
          taken.remove(seat.seatId());
        }
      }
    }
    return taken.isEmpty()
        ? new Verdict.ClaimsDead(dead)
        : new Verdict.Taken(inOrder(request, taken));
  }

  private boolean strands(ShowId showId, Surroundings around) {
    List<SeatId> all = Stream.concat(around.chosen().stream(), around.nearby().stream()).toList();
    return !around
        .strandedAmong(
            seats.look(showId, all).stream()
                .filter(SeatLedger.SeatLook::free)
                .map(SeatLedger.SeatLook::seatId)
                .toList())
        .isEmpty();
  }

  private static List<SeatId> inOrder(HoldRequest request, Set<SeatId> seatIds) {
    return request.seatIds().stream().filter(seatIds::contains).toList();
  }

  /** What the database says of a refusal. */
  sealed interface Verdict {
    /** The refusal stands. */
    record Taken(List<SeatId> seatIds) implements Verdict {}

    /** These claims belong to holds that no longer have the seats; without them all is free. */
    record ClaimsDead(Map<SeatId, HoldId> claims) implements Verdict {}

    /** Another refusal comes first: the database is to give it. */
    record AskDatabase() implements Verdict {}
  }
}
