package dev.boxoffice.local.payments;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A payment from the wish to the money. Immutable: each step gives the next state.
 *
 * @param clientSecret lets the buyer's browser, and nobody else's, act on it
 */
record Intent(String id, String clientSecret, Instant createdAt, Terms terms, State state) {

  /** What was asked for; never changes. */
  record Terms(
      long amount,
      String currency,
      boolean manualCapture,
      Map<String, String> metadata,
      @Nullable String description) {

    Terms {
      metadata = Map.copyOf(metadata);
      if (amount <= 0) {
        throw new IllegalArgumentException("intent of " + amount);
      }
    }
  }

  /** How far it got; the money is in minor units. */
  record State(
      IntentStatus status,
      @Nullable String paymentMethod,
      @Nullable String returnUrl,
      @Nullable String charge,
      long captured,
      long refunded,
      @Nullable Decline lastError,
      @Nullable Cancellation cancellation) {}

  /** When and why it was given up. */
  record Cancellation(Instant at, @Nullable String reason) {}

  static Intent created(
      Terms terms, @Nullable String paymentMethod, @Nullable String returnUrl, Instant now) {
    var id = Ids.next("pi_");
    var status =
        paymentMethod == null
            ? IntentStatus.REQUIRES_PAYMENT_METHOD
            : IntentStatus.REQUIRES_CONFIRMATION;
    return new Intent(
        id,
        Ids.next(id + "_secret_"),
        now,
        terms,
        new State(status, paymentMethod, returnUrl, null, 0, 0, null, null));
  }

  IntentStatus status() {
    return state.status;
  }

  /** What could still be captured. */
  long capturable() {
    return status() == IntentStatus.REQUIRES_CAPTURE ? terms.amount : 0;
  }

  long refundable() {
    return state.captured - state.refunded;
  }

  Intent with(@Nullable String paymentMethod, @Nullable String returnUrl) {
    return next(
        new State(
            status(),
            paymentMethod == null ? state.paymentMethod : paymentMethod,
            returnUrl == null ? state.returnUrl : returnUrl,
            state.charge,
            state.captured,
            state.refunded,
            state.lastError,
            state.cancellation));
  }

  Intent awaitingTheBuyer() {
    return next(at(IntentStatus.REQUIRES_ACTION, null, 0, null));
  }

  /** The card said yes; with automatic capture the money is ours at once. */
  Intent authorised() {
    return terms.manualCapture
        ? next(at(IntentStatus.REQUIRES_CAPTURE, Ids.next("ch_"), 0, null))
        : next(at(IntentStatus.SUCCEEDED, Ids.next("ch_"), terms.amount, null));
  }

  Intent declined(Decline decline) {
    return next(
        new State(
            IntentStatus.REQUIRES_PAYMENT_METHOD,
            null,
            state.returnUrl,
            Ids.next("ch_"),
            0,
            0,
            decline,
            null));
  }

  Intent capturedOf(long amount) {
    return next(at(IntentStatus.SUCCEEDED, state.charge, amount, null));
  }

  Intent canceled(Cancellation cancellation) {
    return next(at(IntentStatus.CANCELED, state.charge, 0, cancellation));
  }

  Intent refundedBy(long amount) {
    return next(
        new State(
            status(),
            state.paymentMethod,
            state.returnUrl,
            state.charge,
            state.captured,
            state.refunded + amount,
            state.lastError,
            state.cancellation));
  }

  private State at(
      IntentStatus status,
      @Nullable String charge,
      long captured,
      @Nullable Cancellation cancellation) {
    return new State(
        status,
        state.paymentMethod,
        state.returnUrl,
        charge,
        captured,
        state.refunded,
        state.lastError,
        cancellation);
  }

  private Intent next(State next) {
    return new Intent(id, clientSecret, createdAt, terms, next);
  }
}
