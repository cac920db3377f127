package dev.boxoffice.queue.waitingroom;

import dev.boxoffice.queue.admission.AdmitAtOnce;
import dev.boxoffice.queue.admission.ShowId;
import dev.boxoffice.queue.admission.UserId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/** Stores a join with its number; while the room is off, with its admission too. */
@Component
class EnterLine {
  private final LineLedger line;
  private final AdmitAtOnce admitAtOnce;
  private final TransactionTemplate transactions;

  EnterLine(LineLedger line, AdmitAtOnce admitAtOnce, TransactionTemplate transactions) {
    this.line = line;
    this.admitAtOnce = admitAtOnce;
    this.transactions = transactions;
  }

  /** False if a request of theirs at the same moment was first; then nothing is changed. */
  boolean enter(ShowId showId, UserId userId) {
    return transactions.execute(status -> join(showId, userId, status));
  }

  /** As {@link #enter}, after giving up a place whose admission is over. */
  boolean enterAgain(ShowId showId, UserId userId) {
    return transactions.execute(
        status -> line.leave(showId, userId) && join(showId, userId, status));
  }

  private boolean join(ShowId showId, UserId userId, TransactionStatus status) {
    Entry entry = line.join(showId, userId).orElse(null);
    if (entry == null) {
      status.setRollbackOnly();
      return false;
    }
    if (!entry.roomOn()) {
      admitAtOnce.admit(entry.entryId(), showId);
    }
    return true;
  }
}
