package dev.boxoffice.booking.booking;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * How paying for a booking goes, and so what its buyer may do.
 *
 * @param nextAction what the buyer has to do first
 * @param declineCode why the latest card did not pay
 * @param attemptsLeft how many other cards may be tried on the same hold
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PaymentView(
    Status paymentStatus,
    @Nullable NextAction nextAction,
    @Nullable String declineCode,
    @Nullable Integer attemptsLeft) {

  /** What is to be expected of a payment. */
  enum Status {
    /** The outcome is not known yet: look again. */
    PROCESSING,
    /** The buyer has to do something. */
    ACTION_REQUIRED,
    /** The card did not pay; the hold is its buyer's for its remaining time. */
    DECLINED
  }

  static PaymentView of(Attempt latest, int attemptsMax) {
    return switch (latest.step()) {
      case AWAIT_BUYER ->
          new PaymentView(
              Status.ACTION_REQUIRED, NextAction.redirectTo(latest.nextAction()), null, null);
      case DECLINED ->
          new PaymentView(
              Status.DECLINED,
              null,
              latest.declineCode(),
              Math.max(0, attemptsMax - latest.number()));
      case PAY, AUTHORISE, BOOK, CAPTURE, RETURN, VOID, UNPAY, CONFIRMED, HOLD_ENDED ->
          new PaymentView(Status.PROCESSING, null, null, null);
    };
  }
}
