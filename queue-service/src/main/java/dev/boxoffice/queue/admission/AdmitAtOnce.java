package dev.boxoffice.queue.admission;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Lets somebody in who need not wait, in the transaction that stores the join. */
@Component
public class AdmitAtOnce {
  private final AdmissionLedger admissions;
  private final AdmissionSettings settings;

  AdmitAtOnce(AdmissionLedger admissions, AdmissionSettings settings) {
    this.admissions = admissions;
    this.settings = settings;
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void admit(EntryId entryId, ShowId showId) {
    if (!admissions.insert(entryId, showId, settings.admittedFor())) {
      throw new IllegalStateException("a new entry is admitted already: " + entryId);
    }
  }
}
