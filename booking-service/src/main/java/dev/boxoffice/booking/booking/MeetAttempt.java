package dev.boxoffice.booking.booking;

import dev.boxoffice.booking.process.Patience;
import dev.boxoffice.booking.process.UnfinishedWork;
import dev.boxoffice.booking.process.WorkKind;
import org.springframework.stereotype.Component;

/** What becomes of an attempt that is under way when its buyer confirms again. */
@Component
class MeetAttempt {

  private final AttemptLedger attempts;
  private final UnfinishedWork work;

  MeetAttempt(AttemptLedger attempts, UnfinishedWork work) {
    this.attempts = attempts;
    this.work = work;
  }

  /**
   * The buyer may have come back from the bank just now; whoever is looking already looks for us.
   */
  void lookNow(Attempt met, Patience waiting) {
    var attempt = met;
    while (attempt != null && attempt.step() == Step.AWAIT_BUYER) {
      var claimed = work.claim(WorkKind.PURCHASE, attempt.id().value());
      if (claimed != null) {
        waiting.run(claimed);
        return;
      }
      if (!waiting.pause()) {
        return;
      }
      attempt = attempts.find(attempt.id());
    }
  }

  /** A card that waits for its bank gives way to another; one in the midst of things does not. */
  void makeWay(Attempt attempt, Patience waiting) {
    if (attempt.step() == Step.AWAIT_BUYER
        && attempts.advance(attempt, attempt.abandoned(), waiting.startedAt()) != null) {
      var claimed = work.claim(WorkKind.PURCHASE, attempt.id().value());
      if (claimed == null) {
        work.wake(attempt.id().value());
      } else {
        waiting.run(claimed);
      }
    }
  }
}
