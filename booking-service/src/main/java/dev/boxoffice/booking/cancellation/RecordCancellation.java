package dev.boxoffice.booking.cancellation;

import dev.boxoffice.booking.process.UnfinishedWork;
import dev.boxoffice.booking.process.WorkKind;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes down what came of a cancellation's step; false if another run has overtaken this one. */
@Component
class RecordCancellation {

  private final SettleCancellation settleCancellation;
  private final CancellationLedger cancellations;
  private final UnfinishedWork work;
  private final Clock clock;

  RecordCancellation(
      SettleCancellation settleCancellation,
      CancellationLedger cancellations,
      UnfinishedWork work,
      Clock clock) {
    this.settleCancellation = settleCancellation;
    this.cancellations = cancellations;
    this.work = work;
    this.clock = clock;
  }

  boolean settle(Cancellation cancellation) {
    return settleCancellation.settle(cancellation, clock.instant().truncatedTo(ChronoUnit.MICROS));
  }

  @Transactional
  boolean refuse(Cancellation cancellation) {
    work.end(WorkKind.CANCELLATION, cancellation.id().value());
    return cancellations.move(cancellation.id(), CancellationStep.REVOKE, CancellationStep.REFUSED);
  }

  @Transactional
  boolean returned(Cancellation cancellation) {
    work.end(WorkKind.CANCELLATION, cancellation.id().value());
    return cancellations.move(cancellation.id(), CancellationStep.RETURN, CancellationStep.DONE);
  }

  @Transactional
  void end(CancellationId id) {
    work.end(WorkKind.CANCELLATION, id.value());
  }
}
