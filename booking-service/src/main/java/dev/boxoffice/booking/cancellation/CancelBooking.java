package dev.boxoffice.booking.cancellation;

import dev.boxoffice.booking.process.Patience;
import java.time.Clock;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Gives seats back, and money for them as the time left before the show allows. */
@Component
class CancelBooking {

  private final OpenCancellation openCancellation;
  private final CancellationLedger cancellations;
  private final Patience.Source patience;
  private final CancellationSettings settings;
  private final Clock clock;

  CancelBooking(
      OpenCancellation openCancellation,
      CancellationLedger cancellations,
      Patience.Source patience,
      CancellationSettings settings,
      Clock clock) {
    this.openCancellation = openCancellation;
    this.cancellations = cancellations;
    this.patience = patience;
    this.settings = settings;
    this.clock = clock;
  }

  CancelOutcome cancel(CancelCommand command) {
    var waiting = patience.of(settings.answerWithin());
    do {
      switch (openCancellation.open(command, clock.instant())) {
        case CancelOpening.Decided(var outcome) -> {
          return outcome;
        }
        case CancelOpening.Begun(var id, var begun) -> {
          waiting.run(begun);
          return outcome(id, waiting);
        }
        case CancelOpening.Same(var id) -> {
          return outcome(id, waiting);
        }
        case CancelOpening.OtherRunning() -> {}
      }
    } while (waiting.pause());
    return new CancelOutcome.Unfinished();
  }

  private CancelOutcome outcome(CancellationId id, Patience waiting) {
    do {
      var cancellation = Objects.requireNonNull(cancellations.find(id));
      switch (cancellation.step()) {
        case RETURN, DONE -> {
          return new CancelOutcome.Cancelled(cancellation);
        }
        case REFUSED -> {
          return new CancelOutcome.NotCancellable(CancelOutcome.Why.CHECKED_IN);
        }
        case REVOKE -> {}
      }
    } while (waiting.pause());
    return new CancelOutcome.Unfinished();
  }
}
