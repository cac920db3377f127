package dev.boxoffice.seat.allocation;

import dev.boxoffice.defaults.problem.UnavailableException;
import dev.boxoffice.seat.allocation.hold.EndedHolds;
import dev.boxoffice.seat.allocation.hold.Hold;
import dev.boxoffice.seat.allocation.hold.HoldId;
import dev.boxoffice.seat.allocation.hold.HoldOutcome;
import dev.boxoffice.seat.allocation.hold.HoldRequest;
import dev.boxoffice.seat.allocation.load.BoundedTransactions;
import dev.boxoffice.seat.sale.ShowTerms;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionStatus;

/** Decides about a hold: in Postgres, in one transaction, all seats or none. */
@Component
class GrantHold {
  /** Tried again only when the reason of a refusal has gone by the time it is looked at. */
  private static final int ATTEMPTS_MAX = 4;

  private final BoundedTransactions transactions;
  private final TakeOverSeats takeOverSeats;
  private final WriteHold writeHold;
  private final HoldReader reader;
  private final SeatNews news;

  GrantHold(
      BoundedTransactions transactions,
      TakeOverSeats takeOverSeats,
      WriteHold writeHold,
      HoldReader reader,
      SeatNews news) {
    this.transactions = transactions;
    this.takeOverSeats = takeOverSeats;
    this.writeHold = writeHold;
    this.reader = reader;
    this.news = news;
  }

  HoldOutcome grant(HoldId holdId, HoldRequest request, ShowTerms terms) {
    boolean ownDueToo = false;
    for (int attempt = 1; ; attempt++) {
      boolean last = attempt == ATTEMPTS_MAX;
      switch (attempt(holdId, request, terms, ownDueToo)) {
        case Attempt(HoldWritten.Done done, EndedHolds ended, Optional<Hold> hold) -> {
          news.ended(ended);
          news.held(hold.orElseThrow(), done.changes());
          return new HoldOutcome.Held(hold.orElseThrow());
        }
        case Attempt(HoldWritten.NotOnSale _, _, _) -> {
          return new HoldOutcome.NotOnSale(request.showId());
        }
        case Attempt(HoldWritten.OverLimit(int owned, boolean someAreDue), _, _) -> {
          if (last || !someAreDue || ownDueToo) {
            return new HoldOutcome.LimitReached(terms.seatsPerUserMax(), owned);
          }
          ownDueToo = true;
        }
        case Attempt(HoldWritten.Missing(var seatIds, boolean someAreFree), _, _) -> {
          if (last || !someAreFree) {
            return new HoldOutcome.SeatsTaken(seatIds);
          }
        }
      }
    }
  }

  private Attempt attempt(HoldId holdId, HoldRequest request, ShowTerms terms, boolean ownDueToo) {
    try {
      return transactions.run(tx -> attemptIn(tx, holdId, request, terms, ownDueToo));
    } catch (UnavailableException e) {
      Hold written = e.getCause() == null ? null : writtenAfterAll(holdId, e);
      if (written == null) {
        throw e;
      }
      return Attempt.found(written);
    }
  }

  private Attempt attemptIn(
      TransactionStatus tx,
      HoldId holdId,
      HoldRequest request,
      ShowTerms terms,
      boolean ownDueToo) {
    EndedHolds ended = takeOverSeats.makeWay(request, ownDueToo);
    HoldWritten written = writeHold.write(holdId, request, terms.seatsPerUserMax());
    if (written instanceof HoldWritten.Done) {
      return new Attempt(written, ended, reader.find(holdId));
    }
    tx.setRollbackOnly();
    return new Attempt(written, EndedHolds.none(request.showId()), Optional.empty());
  }

  /** A connection lost in the commit leaves open whether it happened; the hold's id tells. */
  private @Nullable Hold writtenAfterAll(HoldId holdId, UnavailableException lost) {
    try {
      return transactions.run(_ -> reader.find(holdId)).orElse(null);
    } catch (UnavailableException e) {
      lost.addSuppressed(e);
      return null;
    }
  }

  private record Attempt(HoldWritten written, EndedHolds ended, Optional<Hold> hold) {
    static Attempt found(Hold hold) {
      return new Attempt(
          new HoldWritten.Done(List.of()), EndedHolds.none(hold.showId()), Optional.of(hold));
    }
  }
}
