package dev.boxoffice.local.payments;

import static dev.boxoffice.local.payments.Movement.Kind.AUTHORISED;
import static dev.boxoffice.local.payments.Movement.Kind.CAPTURED;
import static dev.boxoffice.local.payments.Movement.Kind.VOIDED;

import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What an intent may do next, and what money that moves. Decides; the book writes it down. */
@Component
final class Charges {

  private static final Set<IntentStatus> CONFIRMABLE =
      EnumSet.of(
          IntentStatus.REQUIRES_PAYMENT_METHOD,
          IntentStatus.REQUIRES_CONFIRMATION,
          IntentStatus.REQUIRES_ACTION);

  private final Clock clock;

  Charges(Clock clock) {
    this.clock = clock;
  }

  Outcome confirm(Intent before) {
    if (!CONFIRMABLE.contains(before.status())) {
      return new Outcome.WrongState(before, "confirm");
    }
    var method = before.state().paymentMethod();
    if (method == null) {
      return new Outcome.Invalid(
          "payment_intent_unexpected_state",
          "payment_method",
          "You cannot confirm this PaymentIntent because it's missing a payment method.");
    }
    var named = PaymentMethod.named(method);
    if (named == null) {
      return new Outcome.Unknown("PaymentMethod", method, "payment_method");
    }
    if (named.has(Call.AUTHORISE, Mishap.DECLINED)) {
      return declined(before, Decline.GENERIC, List.of());
    }
    return switch (named.card()) {
      case TestCard.Pays _ -> paid(before);
      case TestCard.Declines card -> declined(before, card.decline(), List.of());
      case TestCard.AsksTheBuyer _ ->
          new Outcome.Changed(
              before.awaitingTheBuyer(), List.of(), List.of("payment_intent.requires_action"));
    };
  }

  /** The buyer came back from the page where the bank asked. */
  Outcome authenticate(Intent before, boolean agreed) {
    if (before.status() != IntentStatus.REQUIRES_ACTION) {
      return new Outcome.WrongState(before, "authenticate");
    }
    return agreed ? paid(before) : declined(before, Decline.NOT_AUTHENTICATED, List.of());
  }

  /** What is not captured is let go. */
  Outcome capture(Intent before, @Nullable Long wanted) {
    if (before.status() != IntentStatus.REQUIRES_CAPTURE) {
      return new Outcome.WrongState(before, "capture");
    }
    long amount = wanted == null ? before.capturable() : wanted;
    if (amount > before.capturable()) {
      return new Outcome.Invalid(
          "amount_too_large",
          "amount_to_capture",
          "The amount to capture is greater than the amount that can be captured.");
    }
    if (PaymentMethod.isDeclined(Call.CAPTURE, before)) {
      var letGo = new Movement(clock.instant(), VOIDED, before.capturable());
      return declined(before, Decline.GENERIC, List.of(letGo));
    }
    var movements = new ArrayList<Movement>();
    movements.add(new Movement(clock.instant(), CAPTURED, amount));
    if (amount < before.capturable()) {
      movements.add(new Movement(clock.instant(), VOIDED, before.capturable() - amount));
    }
    return new Outcome.Changed(
        before.capturedOf(amount), movements, List.of("payment_intent.succeeded"));
  }

  Outcome cancel(Intent before, @Nullable String reason) {
    return switch (before.status()) {
      case SUCCEEDED, CANCELED -> new Outcome.WrongState(before, "cancel");
      case REQUIRES_PAYMENT_METHOD, REQUIRES_CONFIRMATION, REQUIRES_ACTION, REQUIRES_CAPTURE -> {
        var movements =
            before.capturable() == 0
                ? List.<Movement>of()
                : List.of(new Movement(clock.instant(), VOIDED, before.capturable()));
        var cancellation = new Intent.Cancellation(clock.instant(), reason);
        yield new Outcome.Changed(
            before.canceled(cancellation), movements, List.of("payment_intent.canceled"));
      }
    };
  }

  private static Outcome declined(Intent before, Decline decline, List<Movement> movements) {
    return new Outcome.Declined(
        before.declined(decline), decline, movements, before.state().paymentMethod());
  }

  private Outcome paid(Intent before) {
    long amount = before.terms().amount();
    var authorised = new Movement(clock.instant(), AUTHORISED, amount);
    return before.terms().manualCapture()
        ? new Outcome.Changed(
            before.authorised(),
            List.of(authorised),
            List.of("payment_intent.amount_capturable_updated"))
        : new Outcome.Changed(
            before.authorised(),
            List.of(authorised, new Movement(clock.instant(), CAPTURED, amount)),
            List.of("payment_intent.succeeded"));
  }
}
