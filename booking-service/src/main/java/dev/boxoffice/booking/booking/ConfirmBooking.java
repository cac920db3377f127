package dev.boxoffice.booking.booking;

import dev.boxoffice.booking.process.Patience;
import dev.boxoffice.booking.process.UnfinishedWork;
import dev.boxoffice.booking.process.WorkKind;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Pays for a hold and makes it a booking; waits for the outcome, but not for ever. */
@Component
class ConfirmBooking {

  private final OpenAttempt openAttempt;
  private final AttemptLedger attempts;
  private final BookingViewLedger bookings;
  private final UnfinishedWork work;
  private final Patience.Source patience;

  ConfirmBooking(
      OpenAttempt openAttempt,
      AttemptLedger attempts,
      BookingViewLedger bookings,
      UnfinishedWork work,
      Patience.Source patience) {
    this.openAttempt = openAttempt;
    this.attempts = attempts;
    this.bookings = bookings;
    this.work = work;
    this.patience = patience;
  }

  ConfirmOutcome confirm(ConfirmCommand command) {
    var waiting = patience.of(command.waitAtMost());
    while (true) {
      switch (openAttempt.open(command)) {
        case Opening.Decided(var outcome) -> {
          return outcome;
        }
        case Opening.Begun(var attempt, var begun) -> {
          waiting.run(begun);
          return outcome(attempt, waiting, true);
        }
        case Opening.HoldInDoubt(var bookingId) -> {
          if (!waiting.pause()) {
            return new ConfirmOutcome.Pending(bookingId, null);
          }
        }
        case Opening.Running(var attempt) -> {
          if (attempt.isPaidWith(command.paymentMethodId())) {
            lookNow(attempt, waiting);
            return outcome(attempt, waiting, false);
          }
          makeWay(attempt, waiting);
          if (!waiting.pause()) {
            return new ConfirmOutcome.Pending(attempt.bookingId(), null);
          }
        }
      }
    }
  }

  /**
   * The buyer may have come back from the bank just now; whoever is looking already looks for us.
   */
  private void lookNow(Attempt met, Patience waiting) {
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
  private void makeWay(Attempt attempt, Patience waiting) {
    if (attempt.step() == Step.AWAIT_BUYER
        && attempts.advance(attempt, attempt.abandoned(), waiting.startedAt())) {
      var claimed = work.claim(WorkKind.PURCHASE, attempt.id().value());
      if (claimed == null) {
        work.wake(attempt.id().value());
      } else {
        waiting.run(claimed);
      }
    }
  }

  private ConfirmOutcome outcome(Attempt begun, Patience waiting, boolean byThisRequest) {
    while (true) {
      var attempt = attempts.find(begun.id());
      if (attempt == null) {
        return new ConfirmOutcome.HoldNotFound();
      }
      if (attempt.step() == Step.AWAIT_BUYER) {
        return new ConfirmOutcome.Pending(attempt.bookingId(), attempt.nextAction());
      }
      if (attempt.step().isEnd()) {
        return ended(attempt, byThisRequest);
      }
      if (!waiting.pause()) {
        return new ConfirmOutcome.Pending(attempt.bookingId(), null);
      }
    }
  }

  private ConfirmOutcome ended(Attempt attempt, boolean byThisRequest) {
    return switch (attempt.step()) {
      case CONFIRMED ->
          new ConfirmOutcome.Confirmed(
              Objects.requireNonNull(bookings.find(attempt.bookingId())), byThisRequest);
      case DECLINED ->
          new ConfirmOutcome.Declined(
              attempt.bookingId(), Objects.requireNonNull(attempt.declineCode()));
      case HOLD_ENDED -> new ConfirmOutcome.HoldExpired();
      case PAY, AUTHORISE, AWAIT_BUYER, BOOK, CAPTURE, RETURN, VOID, UNPAY ->
          throw new IllegalStateException("Attempt " + attempt.id() + " has not ended");
    };
  }
}
