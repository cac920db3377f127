package dev.boxoffice.defaults.inbox;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/** Forgets events that no broker would deliver again. */
class InboxCleaner {
  private static final Logger log = LoggerFactory.getLogger(InboxCleaner.class);

  /**
   * Longer than Kafka keeps messages by default (7 days), so a reset to the earliest offset is
   * harmless.
   */
  private static final Duration REMEMBERED_FOR = Duration.ofDays(14);

  private final InboxLedger ledger;

  InboxCleaner(InboxLedger ledger) {
    this.ledger = ledger;
  }

  @Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT1H")
  void clean() {
    int forgotten = ledger.deleteOlderThan(REMEMBERED_FOR);
    log.debug("Forgot {} old events", forgotten);
  }
}
