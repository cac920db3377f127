package dev.boxoffice.seat.allocation;

import dev.boxoffice.defaults.problem.UnavailableException;
import dev.boxoffice.seat.allocation.SeatLedger.SeatLook;
import dev.boxoffice.seat.allocation.claims.ClaimOutcome;
import dev.boxoffice.seat.allocation.hold.HoldId;
import dev.boxoffice.seat.allocation.hold.HoldRequest;
import dev.boxoffice.seat.allocation.hold.UserId;
import dev.boxoffice.seat.allocation.house.SeatRules;
import dev.boxoffice.seat.allocation.house.Surroundings;
import dev.boxoffice.seat.allocation.load.Batch;
import dev.boxoffice.seat.allocation.load.BatchQueue;
import dev.boxoffice.seat.allocation.load.Batches;
import dev.boxoffice.seat.sale.SeatId;
import dev.boxoffice.seat.sale.ShowId;
import dev.boxoffice.seat.sale.ShowTerms;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionStatus;

/**
 * Checks refusals by Redis against the database, those of a show together, as long as that has not
 * too much else to do: a claim may have outlived its hold, more seats may be taken than Redis knows
 * of, and a buyer who is over the limit or leaves a single seat alone is to be told that first.
 */
@Component
class SecondLook {
  /** Grants wait for the database too: a refusal that is probably right must not hold them up. */
  private static final Duration WAIT_AT_MOST = Duration.ofMillis(100);

  private final SeatLedger seats;
  private final HoldLedger holds;
  private final BuyerLedger buyers;
  private final SeatRules rules;
  private final BatchQueue<Refusal, Verdict> batches;

  SecondLook(
      Batches batches, SeatLedger seats, HoldLedger holds, BuyerLedger buyers, SeatRules rules) {
    this.seats = seats;
    this.holds = holds;
    this.buyers = buyers;
    this.rules = rules;
    this.batches = batches.ofLooks(new Together(), WAIT_AT_MOST);
  }

  Verdict look(HoldRequest request, ClaimOutcome.Refused refused, ShowTerms terms) {
    try {
      return batches.ask(
          new Refusal(
              request,
              refused.owners(),
              terms.seatsPerUserMax(),
              rules.around(request.seatIds(), terms).orElse(null)));
    } catch (UnavailableException e) {
      if (e.getCause() != null) {
        throw e;
      }
      return new Verdict.Taken(inOrder(request, refused.owners().keySet()), Map.of());
    }
  }

  private static List<SeatId> inOrder(HoldRequest request, Set<SeatId> seatIds) {
    return request.seatIds().stream().filter(seatIds::contains).toList();
  }

  /** A refusal by Redis: who wanted what, and the holds that Redis says have some of it. */
  private record Refusal(
      HoldRequest request,
      Map<SeatId, HoldId> owners,
      int seatsPerUserMax,
      @Nullable Surroundings around) {
    Stream<SeatId> seatsToSee() {
      return around == null
          ? request.seatIds().stream()
          : Stream.concat(request.seatIds().stream(), around.nearby().stream());
    }
  }

  /** What the database says of several refusals at one moment. */
  private record Seen(
      Map<UserId, Integer> owned, Set<HoldId> knownHolds, Map<SeatId, SeatLook> seats) {
    Verdict verdict(Refusal refusal) {
      int owns = owned.getOrDefault(refusal.request().userId(), 0);
      Surroundings around = refusal.around();
      boolean anotherComesFirst =
          owns + refusal.request().seatIds().size() > refusal.seatsPerUserMax()
              || (around != null && strands(around));
      return anotherComesFirst ? new Verdict.AskDatabase() : taken(refusal);
    }

    private boolean strands(Surroundings around) {
      List<SeatId> free =
          Stream.concat(around.chosen().stream(), around.nearby().stream())
              .map(seats::get)
              .filter(Objects::nonNull)
              .filter(SeatLook::free)
              .map(SeatLook::seatId)
              .toList();
      return !around.strandedAmong(free).isEmpty();
    }

    private Verdict taken(Refusal refusal) {
      Set<SeatId> taken = new HashSet<>(refusal.owners().keySet());
      Map<SeatId, HoldId> dead = new HashMap<>();
      for (SeatId seatId : refusal.request().seatIds()) {
        SeatLook seat = seats.get(seatId);
        HoldId owner = refusal.owners().get(seatId);
        if (seat == null) {
          continue;
        }
        if (!seat.free()) {
          taken.add(seatId);
        }
        // An owner the database has not heard of is being written; its claim ends by itself.
        if (owner != null
            && knownHolds.contains(owner)
            && (seat.free() || !owner.equals(seat.holdId()))) {
          dead.put(seatId, owner);
          if (seat.free()) {
            taken.remove(seatId);
          }
        }
      }
      return taken.isEmpty()
          ? new Verdict.ClaimsDead(dead)
          : new Verdict.Taken(inOrder(refusal.request(), taken), dead);
    }
  }

  private final class Together implements Batch<Refusal, Verdict> {
    @Override
    public Object laneOf(Refusal refusal) {
      return refusal.request().showId();
    }

    /** Looking is in nobody's way. */
    @Override
    public Collection<?> keysOf(Refusal refusal) {
      return List.of();
    }

    @Override
    public List<Verdict> carryOut(TransactionStatus transaction, List<Refusal> refusals) {
      ShowId showId = refusals.getFirst().request().showId();
      Set<UserId> users =
          refusals.stream().map(refusal -> refusal.request().userId()).collect(Collectors.toSet());
      Set<HoldId> owners =
          refusals.stream()
              .flatMap(refusal -> refusal.owners().values().stream())
              .collect(Collectors.toSet());
      Set<SeatId> toSee =
          refusals.stream().flatMap(Refusal::seatsToSee).collect(Collectors.toSet());
      Seen seen =
          new Seen(
              buyers.counts(showId, users),
              Set.copyOf(holds.known(owners)),
              seats.look(showId, toSee).stream()
                  .collect(Collectors.toMap(SeatLook::seatId, Function.identity())));
      return refusals.stream().map(seen::verdict).toList();
    }

    @Override
    public void tell(List<Verdict> verdicts) {
      // Nothing has changed.
    }
  }

  /** What the database says of a refusal. */
  sealed interface Verdict {
    /** The refusal stands, though these claims belong to holds that no longer have the seats. */
    record Taken(List<SeatId> seatIds, Map<SeatId, HoldId> deadClaims) implements Verdict {
      public Taken {
        seatIds = List.copyOf(seatIds);
        deadClaims = Map.copyOf(deadClaims);
      }
    }

    /** These claims belong to holds that no longer have the seats; without them all is free. */
    record ClaimsDead(Map<SeatId, HoldId> claims) implements Verdict {
      public ClaimsDead {
        claims = Map.copyOf(claims);
      }
    }

    /** Another refusal comes first: the database is to give it. */
    record AskDatabase() implements Verdict {}
  }
}
