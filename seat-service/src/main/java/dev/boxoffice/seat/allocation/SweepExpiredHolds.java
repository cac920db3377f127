package dev.boxoffice.seat.allocation;

import dev.boxoffice.defaults.problem.UnavailableException;
import dev.boxoffice.seat.allocation.hold.EndedHolds;
import dev.boxoffice.seat.allocation.hold.HoldId;
import dev.boxoffice.seat.allocation.hold.HoldRecord;
import dev.boxoffice.seat.allocation.hold.UserId;
import dev.boxoffice.seat.allocation.load.BoundedTransactions;
import dev.boxoffice.seat.sale.ShowId;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Ends the holds whose time has passed, in small batches that leave out whatever somebody else has
 * locked. Any number of sweepers may run. A hold that cannot be ended keeps no other from ending.
 */
@Component
public class SweepExpiredHolds {
  private static final Logger log = LoggerFactory.getLogger(SweepExpiredHolds.class);
  private static final int HOLDS_PER_BATCH = 100;
  private static final int BATCHES_MAX = 1_000;

  private final BoundedTransactions transactions;
  private final DueHoldLedger dueHolds;
  private final BuyerLedger buyers;
  private final EndHolds endHolds;
  private final SeatNews news;

  /** Holds that the last sweep could not end for a fault of their own. */
  private volatile Set<HoldId> broken = Set.of();

  SweepExpiredHolds(
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

  /** Ends what is due, and says how many holds that were. */
  public int sweep() {
    Sweep sweep = new Sweep();
    int batches = 0;
    while (batches++ < BATCHES_MAX && sweep.batch()) {
      log.trace("{} holds ended so far", sweep.ended);
    }
    broken = Set.copyOf(sweep.brokenNow);
    return sweep.ended;
  }

  /** How long until the next hold expires that can be ended, at most so long. */
  public Duration untilNextExpiry(Duration atMost) {
    return transactions
        .run(_ -> dueHolds.untilNextExpiry(broken))
        .filter(wait -> wait.compareTo(atMost) < 0)
        .orElse(atMost);
  }

  /** One sweep, with what it has to leave out until the next. */
  private final class Sweep {
    private final Set<HoldId> leftOut = new HashSet<>();
    private final Set<HoldId> brokenNow = new HashSet<>();
    private int ended;

    /** Sweeps the holds that have been due longest; false if that brings nothing new. */
    private boolean batch() {
      int before = ended + leftOut.size();
      transactions.run(_ -> dueHolds.oldest(HOLDS_PER_BATCH, leftOut)).stream()
          .collect(Collectors.groupingBy(HoldRecord::showId))
          .forEach(this::show);
      return ended + leftOut.size() > before;
    }

    private void show(ShowId showId, List<HoldRecord> due) {
      try {
        ended += end(showId, due);
      } catch (UnavailableException e) {
        log.debug("Holds of show {} are ended later", showId, e);
        due.forEach(hold -> leaveOut(hold.holdId()));
      } catch (RuntimeException e) {
        log.debug("Holds of show {} are ended one by one", showId, e);
        due.forEach(this::alone);
      }
    }

    private void alone(HoldRecord hold) {
      try {
        ended += end(hold.showId(), List.of(hold));
      } catch (RuntimeException e) {
        leaveOut(hold.holdId());
        if (brokenNow.add(hold.holdId()) && !broken.contains(hold.holdId())) {
          log.error("Hold {} cannot be ended", hold.holdId(), e);
        }
      }
    }

    private void leaveOut(HoldId holdId) {
      boolean first = leftOut.add(holdId);
      log.trace("Hold {} is left out, newly so: {}", holdId, first);
    }
  }

  private int end(ShowId showId, List<HoldRecord> due) {
    Swept swept = transactions.run(_ -> sweepInTransaction(showId, due));
    news.ended(swept.ended());
    return swept.holds();
  }

  private Swept sweepInTransaction(ShowId showId, List<HoldRecord> due) {
    Set<String> users =
        due.stream()
            .map(hold -> hold.userId().value())
            .collect(Collectors.toCollection(TreeSet::new));
    Set<UserId> locked = buyers.lockFree(showId, users.stream().map(UserId::new).toList());
    List<HoldId> holdIds =
        due.stream()
            .filter(hold -> locked.contains(hold.userId()))
            .map(HoldRecord::holdId)
            .sorted()
            .toList();
    List<HoldRecord> mine = dueHolds.lockFree(holdIds);
    return new Swept(mine.size(), endHolds.expire(showId, mine));
  }

  private record Swept(int holds, EndedHolds ended) {}
}
