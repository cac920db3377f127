package dev.boxoffice.defaults.idempotency;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/** Forgets answers older than a day. */
class IdempotencyCleaner {
  private static final Logger log = LoggerFactory.getLogger(IdempotencyCleaner.class);

  private final IdempotencyLedger ledger;

  IdempotencyCleaner(IdempotencyLedger ledger) {
    this.ledger = ledger;
  }

  @Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT1H")
  void clean() {
    int forgotten = ledger.deleteExpired();
    log.debug("Forgot {} answers", forgotten);
  }
}
