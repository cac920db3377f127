package dev.boxoffice.queue.admission;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Empties a line when its room is turned on or off: everyone in it is let in. */
@Component
public class AdmitEverybody {
  private final AdmissionLedger admissions;
  private final PaceLedger paces;
  private final AdmissionSettings settings;

  AdmitEverybody(AdmissionLedger admissions, PaceLedger paces, AdmissionSettings settings) {
    this.admissions = admissions;
    this.paces = paces;
    this.settings = settings;
  }

  /**
   * Lets all in, up to the last number that was given.
   *
   * @return how many were waiting
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public int admitUpTo(long lastNumber, ShowId showId) {
    int waiting = admissions.admitAll(showId, settings.admittedFor());
    if (!paces.moveToEnd(showId, lastNumber)) {
      throw new IllegalStateException("the cursor of " + showId + " is beyond " + lastNumber);
    }
    return waiting;
  }
}
