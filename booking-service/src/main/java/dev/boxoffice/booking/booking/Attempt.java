package dev.boxoffice.booking.booking;

import dev.boxoffice.booking.BookingId;
import dev.boxoffice.booking.PaymentId;
import dev.boxoffice.booking.payment.ProviderPaymentId;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One card tried on a booking.
 *
 * @param number from 1, by booking
 * @param nextAction where the buyer satisfies their bank
 * @param refusal why it is being undone
 * @param payDeadline until when seat-service will book the seats
 */
record Attempt(
    PaymentId id,
    BookingId bookingId,
    int number,
    String paymentMethodId,
    Step step,
    @Nullable ProviderPaymentId providerPayment,
    @Nullable URI nextAction,
    @Nullable Refusal refusal,
    @Nullable String declineCode,
    @Nullable Instant payDeadline) {

  private static final String ABANDONED = "abandoned";

  /** The hold is aside until the deadline; what costs nothing needs no payment. */
  Attempt paying(Instant deadline, boolean free) {
    return at(free ? Step.BOOK : Step.AUTHORISE, providerPayment, nextAction, deadline);
  }

  Attempt awaitingBuyer(ProviderPaymentId payment, URI action) {
    return at(Step.AWAIT_BUYER, payment, action, payDeadline);
  }

  Attempt authorised(ProviderPaymentId payment) {
    return at(Step.BOOK, payment, null, payDeadline);
  }

  Attempt booked() {
    return at(
        providerPayment == null ? Step.CONFIRMED : Step.CAPTURE,
        providerPayment,
        null,
        payDeadline);
  }

  Attempt captured() {
    return at(Step.CONFIRMED, providerPayment, null, payDeadline);
  }

  /** The money was not set aside. An intent that still exists must not come to life later. */
  Attempt declined(String code) {
    return refused(step == Step.AWAIT_BUYER ? Step.VOID : Step.UNPAY, Refusal.DECLINED, code);
  }

  /** The buyer takes another card instead of satisfying the bank of this one. */
  Attempt abandoned() {
    return declined(ABANDONED);
  }

  Attempt holdEnded() {
    return refused(step == Step.PAY ? Step.HOLD_ENDED : Step.VOID, Refusal.HOLD_ENDED, declineCode);
  }

  Attempt captureRefused(String code) {
    return refused(Step.RETURN, Refusal.CAPTURE_REFUSED, code);
  }

  Attempt returned() {
    return at(Step.VOID, providerPayment, null, payDeadline);
  }

  Attempt voided() {
    var next =
        switch (refusal) {
          case DECLINED -> Step.UNPAY;
          case HOLD_ENDED -> Step.HOLD_ENDED;
          case CAPTURE_REFUSED -> Step.DECLINED;
          case null -> throw new IllegalStateException("Nothing was refused of attempt " + id);
        };
    return at(next, providerPayment, null, payDeadline);
  }

  Attempt unpaid() {
    return at(Step.DECLINED, providerPayment, null, payDeadline);
  }

  boolean isPaidWith(String otherPaymentMethodId) {
    return paymentMethodId.equals(otherPaymentMethodId);
  }

  private Attempt refused(Step next, Refusal why, @Nullable String code) {
    return new Attempt(
        id,
        bookingId,
        number,
        paymentMethodId,
        next,
        providerPayment,
        null,
        why,
        code,
        payDeadline);
  }

  private Attempt at(
      Step next,
      @Nullable ProviderPaymentId payment,
      @Nullable URI action,
      @Nullable Instant deadline) {
    return new Attempt(
        id,
        bookingId,
        number,
        paymentMethodId,
        next,
        payment,
        action,
        refusal,
        declineCode,
        deadline);
  }
}
