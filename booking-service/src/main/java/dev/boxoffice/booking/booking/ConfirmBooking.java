package dev.boxoffice.booking.booking;

import dev.boxoffice.booking.process.Patience;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Pays for a hold and makes it a booking; waits for the outcome, but not for ever. */
@Component
class ConfirmBooking {

  private final OpenAttempt openAttempt;
  private final MeetAttempt meetAttempt;
  private final AwaitedAttempts awaited;
  private final BookingViewLedger bookings;
  private final Patience.Source patience;

  ConfirmBooking(
      OpenAttempt openAttempt,
      MeetAttempt meetAttempt,
      AwaitedAttempts awaited,
      BookingViewLedger bookings,
      Patience.Source patience) {
    this.openAttempt = openAttempt;
    this.meetAttempt = meetAttempt;
    this.awaited = awaited;
    this.bookings = bookings;
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
            meetAttempt.lookNow(attempt, waiting);
            return outcome(attempt, waiting, false);
          }
          meetAttempt.makeWay(attempt, waiting);
          if (!waiting.pause()) {
            return new ConfirmOutcome.Pending(attempt.bookingId(), null);
          }
        }
      }
    }
  }

  private ConfirmOutcome outcome(Attempt begun, Patience waiting, boolean byThisRequest) {
    return switch (awaited.outcome(begun.id(), waiting)) {
      case AttemptSeen.Settled(var attempt) -> settled(attempt, byThisRequest);
      case AttemptSeen.Gone _ -> new ConfirmOutcome.HoldNotFound();
      case AttemptSeen.UnderWay _ -> new ConfirmOutcome.Pending(begun.bookingId(), null);
    };
  }

  private ConfirmOutcome settled(Attempt attempt, boolean byThisRequest) {
    return switch (attempt.step()) {
      case AWAIT_BUYER -> new ConfirmOutcome.Pending(attempt.bookingId(), attempt.nextAction());
      case CONFIRMED ->
          new ConfirmOutcome.Confirmed(
              Objects.requireNonNull(bookings.find(attempt.bookingId())), byThisRequest);
      case DECLINED ->
          new ConfirmOutcome.Declined(
              attempt.bookingId(),
              Objects.requireNonNull(attempt.declineCode()),
              // By then the seats were booked, and they went back to everybody.
              attempt.refusal() != Refusal.CAPTURE_REFUSED);
      case HOLD_ENDED -> new ConfirmOutcome.HoldExpired();
      case PAY, AUTHORISE, BOOK, CAPTURE, RETURN, VOID, UNPAY ->
          throw new IllegalStateException("Attempt " + attempt.id() + " is under way");
    };
  }
}
