package dev.boxoffice.seat.allocation;

import dev.boxoffice.seat.sale.ShowId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Ends the holds whose time has passed, in small batches that leave out whatever somebody else has
 * locked. Any number of sweepers may run.
 */
@Component
class SweepExpiredHolds {
  private static final int HOLDS_PER_BATCH = 100;
  private static final int BATCHES_MAX = 1_000;

  private final BoundedTransactions transactions;
  private final HoldLedger holds;
  private final BuyerLedger buyers;
  private final EndHolds endHolds;
  private final SeatNews news;

  SweepExpiredHolds(
      BoundedTransactions transactions,
      HoldLedger holds,
      BuyerLedger buyers,
      EndHolds endHolds,
      SeatNews news) {
    this.transactions = transactions;
    this.holds = holds;
    this.buyers = buyers;
    this.endHolds = endHolds;
    this.news = news;
  }

  /** Ends what is due, and says how many holds that were. */
  int sweep() {
    int ended = 0;
    for (int batch = 0; batch < BATCHES_MAX; batch++) {
      int endedNow = sweepBatch();
      if (endedNow == 0) {
        break;
      }
      ended += endedNow;
    }
    return ended;
  }

  /** How long until the next hold expires, at most so long. */
  Duration untilNextExpiry(Duration atMost) {
    return transactions
        .run(_ -> holds.untilNextExpiry())
        .filter(wait -> wait.compareTo(atMost) < 0)
        .orElse(atMost);
  }

  private int sweepBatch() {
    Map<ShowId, List<HoldRecord>> due =
        transactions.run(_ -> holds.due(HOLDS_PER_BATCH)).stream()
            .collect(Collectors.groupingBy(HoldRecord::showId));
    int ended = 0;
    for (Map.Entry<ShowId, List<HoldRecord>> ofShow : due.entrySet()) {
      ended += sweepShow(ofShow.getKey(), ofShow.getValue());
    }
    return ended;
  }

  private int sweepShow(ShowId showId, List<HoldRecord> due) {
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
    List<HoldRecord> mine = holds.lockDueFree(holdIds);
    return new Swept(mine.size(), endHolds.expire(showId, mine));
  }

  private record Swept(int holds, EndedHolds ended) {}
}
