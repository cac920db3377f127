package dev.boxoffice.event.search;

import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Moves events whose next show has begun to where the one after it belongs. Any number of instances
 * may do this. Until then such an event stands before its place, but what lists say of it is right.
 */
@Component
class MoveListingsOn {
  private static final Logger log = LoggerFactory.getLogger(MoveListingsOn.class);
  private static final int EVENTS_AT_ONCE = 200;

  /** A whole evening of a country begins within the hour; the rest waits for the next run. */
  private static final int BATCHES_PER_RUN = 50;

  private final ListingLedger listings;
  private final TransactionTemplate transactions;

  MoveListingsOn(ListingLedger listings, TransactionTemplate transactions) {
    this.listings = listings;
    this.transactions = transactions;
  }

  @Scheduled(fixedDelayString = "${boxoffice.search.move-on-every:PT10S}")
  void moveOn() {
    for (int n = 0; n < BATCHES_PER_RUN; n++) {
      Integer moved = transactions.execute(_ -> moveSome());
      if (moved == null || moved < EVENTS_AT_ONCE) {
        return;
      }
    }
  }

  private int moveSome() {
    List<UUID> due = listings.lockDue(EVENTS_AT_ONCE);
    if (!due.isEmpty()) {
      listings.refresh(due);
      log.debug("{} events have another next show", due.size());
    }
    return due.size();
  }
}
