package dev.boxoffice.defaults.inbox;

import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells a consumer whether it sees an event for the first time. */
public class Inbox {
  private final InboxLedger ledger;

  Inbox(InboxLedger ledger) {
    this.ledger = ledger;
  }

  /**
   * Records the event as seen by this consumer, in the caller's transaction: if the effect rolls
   * back, so does this.
   *
   * @return false if it was seen before; the caller then does nothing
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean firstTime(String consumer, String eventId) {
    return ledger.insert(consumer, eventId);
  }
}
