package dev.boxoffice.seat.allocation;

import dev.boxoffice.defaults.problem.UnavailableException;
import dev.boxoffice.seat.allocation.hold.Hold;
import dev.boxoffice.seat.allocation.hold.HoldId;
import dev.boxoffice.seat.allocation.hold.HoldOutcome;
import dev.boxoffice.seat.allocation.load.BatchQueue;
import dev.boxoffice.seat.allocation.load.Batches;
import dev.boxoffice.seat.allocation.load.BoundedTransactions;
import dev.boxoffice.seat.sale.SeatId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.springframework.stereotype.Component;

/** Decides about a hold, in Postgres, together with others that are wanted at the same time. */
@Component
class GrantHold {
  /** Tried again only for a reason that may be gone by then. */
  private static final int ATTEMPTS_MAX = 6;

  /** How long to leave alone seats that somebody is changing; doubled each time. */
  private static final Duration PAUSE = Duration.ofMillis(2);

  private final BatchQueue<HoldOrder, HoldVerdict> batches;
  private final BoundedTransactions transactions;
  private final ExpireHolds expireHolds;
  private final HoldReader reader;

  GrantHold(
      Batches batches,
      HoldBatch holdBatch,
      BoundedTransactions transactions,
      ExpireHolds expireHolds,
      HoldReader reader) {
    this.batches = batches.of(holdBatch);
    this.transactions = transactions;
    this.expireHolds = expireHolds;
    this.reader = reader;
  }

  HoldOutcome grant(HoldOrder order) {
    for (int attempt = 1; attempt < ATTEMPTS_MAX; attempt++) {
      HoldVerdict verdict = verdict(order);
      switch (verdict) {
        case HoldVerdict.InTheWay(var due) -> expireHolds.expire(order.showId(), due);
        case HoldVerdict.OverLimit(int _, var due) when !due.isEmpty() ->
            expireHolds.expire(order.showId(), due);
        case HoldVerdict.Locked _ -> LockSupport.parkNanos(PAUSE.toNanos() << attempt);
        case HoldVerdict.Held _,
            HoldVerdict.NotOnSale _,
            HoldVerdict.OverLimit _,
            HoldVerdict.Strands _,
            HoldVerdict.Taken _ -> {
          return outcome(verdict, order);
        }
      }
    }
    return outcome(verdict(order), order);
  }

  private HoldOutcome outcome(HoldVerdict verdict, HoldOrder order) {
    return switch (verdict) {
      case HoldVerdict.Held(Hold hold, var _) -> new HoldOutcome.Held(hold);
      case HoldVerdict.NotOnSale _ -> new HoldOutcome.NotOnSale(order.showId());
      case HoldVerdict.OverLimit(int owned, var _) ->
          new HoldOutcome.LimitReached(order.terms().seatsPerUserMax(), owned);
      case HoldVerdict.Strands(var seatIds) -> new HoldOutcome.OrphanSeat(seatIds);
      case HoldVerdict.Taken(_, var seatIds, _) -> new HoldOutcome.SeatsTaken(seatIds);
      case HoldVerdict.InTheWay _, HoldVerdict.Locked _ -> taken(order);
    };
  }

  /** What is to be said of seats that were never to be had: who has them by now. */
  private HoldOutcome taken(HoldOrder order) {
    List<SeatId> taken = transactions.run(_ -> reader.taken(order.showId(), order.seatIds()));
    if (taken.isEmpty()) {
      throw new UnavailableException("seats that others are changing all the time", null);
    }
    return new HoldOutcome.SeatsTaken(taken);
  }

  private HoldVerdict verdict(HoldOrder order) {
    try {
      return batches.ask(order);
    } catch (UnavailableException e) {
      return writtenAfterAll(order.holdId(), e)
          .map(hold -> new HoldVerdict.Held(hold, List.of()))
          .orElseThrow(() -> e);
    }
  }

  /** A connection lost in the commit leaves open whether it happened; the hold's id tells. */
  private Optional<Hold> writtenAfterAll(HoldId holdId, UnavailableException lost) {
    if (lost.getCause() == null) {
      return Optional.empty();
    }
    try {
      return transactions.run(_ -> reader.find(holdId));
    } catch (UnavailableException e) {
      lost.addSuppressed(e);
      return Optional.empty();
    }
  }
}
