package dev.boxoffice.queue.admission;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks again and again for shows whose next batch is due. Any number of instances may. */
@Component
class AdmissionRounds {
  private static final Logger log = LoggerFactory.getLogger(AdmissionRounds.class);
  private static final int SHOWS_A_ROUND_MAX = 100;

  private final PaceLedger paces;
  private final AdmitNextBatch admitNextBatch;

  AdmissionRounds(PaceLedger paces, AdmitNextBatch admitNextBatch) {
    this.paces = paces;
    this.admitNextBatch = admitNextBatch;
  }

  @Scheduled(fixedDelayString = "${boxoffice.admission.look-every}")
  void goRound() {
    for (ShowId showId : paces.due(SHOWS_A_ROUND_MAX)) {
      admit(showId);
    }
  }

  /** What is wrong with one show's room keeps no other room waiting. */
  private void admit(ShowId showId) {
    try {
      BatchOutcome outcome = admitNextBatch.admit(showId);
      log.debug("{}: {}", showId, outcome);
    } catch (RuntimeException e) {
      log.error("Nobody can be admitted to {}", showId, e);
    }
  }
}
