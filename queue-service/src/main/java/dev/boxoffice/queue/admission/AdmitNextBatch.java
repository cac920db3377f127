package dev.boxoffice.queue.admission;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets the next batch of one show in, if one is due and nobody else is at it. */
@Component
class AdmitNextBatch {
  private final PaceLedger paces;
  private final AdmissionLedger admissions;
  private final AdmissionSettings settings;

  AdmitNextBatch(PaceLedger paces, AdmissionLedger admissions, AdmissionSettings settings) {
    this.paces = paces;
    this.admissions = admissions;
    this.settings = settings;
  }

  @Transactional
  BatchOutcome admit(ShowId showId) {
    PaceLedger.Due due = paces.lockDue(showId).orElse(null);
    if (due == null) {
      return new BatchOutcome.NotDue();
    }
    int room = due.pace().activeMax() - admissions.active(showId);
    if (room <= 0) {
      return new BatchOutcome.Full();
    }
    int most = Math.min(due.pace().batchSize(), room);
    Long last = admissions.admitNext(showId, due.nowServing(), most, settings.admittedFor());
    if (last == null) {
      return new BatchOutcome.NobodyWaits();
    }
    if (!paces.move(showId, due.nowServing(), last)) {
      throw new IllegalStateException(
          "the cursor of %s moved from %d under its lock".formatted(showId, due.nowServing()));
    }
    return new BatchOutcome.Admitted(last);
  }
}
