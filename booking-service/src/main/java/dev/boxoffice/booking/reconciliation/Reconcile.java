package dev.boxoffice.booking.reconciliation;

import dev.boxoffice.defaults.problem.UnavailableException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Compares our books with the provider's once a day, and says each difference once. */
@Component
class Reconcile {

  private static final Logger log = LoggerFactory.getLogger(Reconcile.class);

  private final CompareBooks compareBooks;
  private final DifferenceLedger differences;
  private final ReconciliationMetrics metrics;
  private final ReconciliationSettings settings;
  private final Clock clock;

  Reconcile(
      CompareBooks compareBooks,
      DifferenceLedger differences,
      ReconciliationMetrics metrics,
      ReconciliationSettings settings,
      Clock clock) {
    this.compareBooks = compareBooks;
    this.differences = differences;
    this.metrics = metrics;
    this.settings = settings;
    this.clock = clock;
  }

  @Scheduled(cron = "${boxoffice.reconciliation.cron:0 30 3 * * *}", zone = "UTC")
  @SchedulerLock(name = "reconciliation", lockAtMostFor = "PT1H", lockAtLeastFor = "PT5M")
  void daily() {
    try {
      var _ = reconcile(clock.instant().minus(settings.settledAfter()));
    } catch (UnavailableException e) {
      // The next day looks back far enough to make up for it, and the age of the last time tells.
      log.warn("The provider's books cannot be read: {}", e.getMessage());
    }
  }

  /** Compares what was begun before a time, as far back as is set. */
  List<Difference> reconcile(Instant before) {
    var from = before.minus(settings.lookBack());
    var found = compareBooks.compare(from, before);
    var now = clock.instant();
    for (var difference : found) {
      if (differences.isNew(difference, now)) {
        log.error("Our books and the provider's differ: {}", difference);
      }
    }
    int settled = differences.settleOthers(found, from, before, now);
    metrics.reconciled(now);
    log.info("Compared with the provider's books: {} differ, {} settled", found.size(), settled);
    return found;
  }
}
