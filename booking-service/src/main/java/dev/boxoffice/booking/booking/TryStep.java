package dev.boxoffice.booking.booking;

import dev.boxoffice.booking.payment.Authorisation;
import dev.boxoffice.booking.payment.AuthorisationRequest;
import dev.boxoffice.booking.payment.Capture;
import dev.boxoffice.booking.payment.PaymentProvider;
import dev.boxoffice.booking.payment.ProviderPaymentId;
import dev.boxoffice.booking.seats.BookAnswer;
import dev.boxoffice.booking.seats.PayAnswer;
import dev.boxoffice.booking.seats.SeatClient;
import dev.boxoffice.booking.seats.UnpayAnswer;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * Tries the step an attempt is at, outside of any transaction, and says what comes next. Trying
 * again is harmless: seat-service knows the booking, and the provider knows the attempt's key.
 */
@Component
class TryStep {

  /** Our clock may be ahead of seat-service's, which has the last word when it books. */
  private static final Duration CLOCKS_DIFFER_BY = Duration.ofSeconds(2);

  private final SeatClient seats;
  private final PaymentProvider provider;
  private final Clock clock;

  TryStep(SeatClient seats, PaymentProvider provider, Clock clock) {
    this.seats = seats;
    this.provider = provider;
    this.clock = clock;
  }

  StepAnswer of(Attempt attempt, Booking booking) {
    return switch (attempt.step()) {
      case PAY -> pay(attempt, booking);
      case AUTHORISE -> authorise(attempt, booking);
      case AWAIT_BUYER -> lookAtBuyer(attempt);
      case BOOK -> book(attempt, booking);
      case CAPTURE -> capture(attempt);
      case RETURN -> giveBack(attempt, booking);
      case VOID -> voidPayment(attempt);
      case UNPAY -> unpay(attempt, booking);
      case CONFIRMED, DECLINED, HOLD_ENDED ->
          throw new IllegalStateException("Attempt " + attempt.id() + " has ended");
    };
  }

  private StepAnswer pay(Attempt attempt, Booking booking) {
    return switch (seats.pay(booking.holdId(), booking.id(), attempt.number(), booking.userId())) {
      case PayAnswer.Paying(var held) ->
          new StepAnswer.OrderKnown(
              attempt.paying(held.payDeadline(), held.order().total().isNone()), held.order());
      case PayAnswer.NotFound() ->
          booking.order() == null
              ? new StepAnswer.NoSuchHold()
              : new StepAnswer.Next(attempt.holdEnded());
      case PayAnswer.HoldEnded() -> new StepAnswer.Next(attempt.holdEnded());
    };
  }

  private StepAnswer authorise(Attempt attempt, Booking booking) {
    var request =
        new AuthorisationRequest(
            booking.id(),
            attempt.number(),
            attempt.id(),
            booking.requiredOrder().total(),
            attempt.paymentMethodId());
    var answer = isRepeatable(attempt) ? provider.authorise(request) : provider.find(request);
    return new StepAnswer.Next(
        switch (answer) {
          // The seats are long gone, and nothing will come of a wish that never arrived.
          case null -> attempt.holdEnded();
          case Authorisation.Authorised(var id) -> attempt.authorised(id);
          case Authorisation.NeedsBuyer(var id, var action) -> attempt.awaitingBuyer(id, action);
          case Authorisation.Declined(var code) -> attempt.declined(code);
        });
  }

  private StepAnswer lookAtBuyer(Attempt attempt) {
    return new StepAnswer.Next(
        switch (provider.look(payment(attempt))) {
          case Authorisation.Authorised(var id) -> attempt.authorised(id);
          case Authorisation.NeedsBuyer(var id, var action) ->
              payTimeIsOver(attempt) ? attempt.holdEnded() : attempt.awaitingBuyer(id, action);
          case Authorisation.Declined(var code) -> attempt.declined(code);
        });
  }

  private StepAnswer book(Attempt attempt, Booking booking) {
    return new StepAnswer.Next(
        switch (seats.book(booking.holdId(), booking.id(), attempt.number())) {
          case BookAnswer.Booked() -> attempt.booked();
          case BookAnswer.HoldEnded() -> attempt.holdEnded();
        });
  }

  private StepAnswer capture(Attempt attempt) {
    return new StepAnswer.Next(
        switch (provider.capture(payment(attempt))) {
          case Capture.Captured() -> attempt.captured();
          case Capture.Refused(var code) -> attempt.captureRefused(code);
        });
  }

  private StepAnswer giveBack(Attempt attempt, Booking booking) {
    var all = booking.requiredOrder().seats().stream().map(seat -> seat.seat().seatId());
    seats.giveBack(booking.holdId(), booking.id(), all.toList());
    return new StepAnswer.Next(attempt.returned());
  }

  private StepAnswer voidPayment(Attempt attempt) {
    if (attempt.providerPayment() != null) {
      provider.release(attempt.providerPayment());
    }
    return new StepAnswer.Next(attempt.voided());
  }

  private StepAnswer unpay(Attempt attempt, Booking booking) {
    return switch (seats.unpay(booking.holdId(), booking.id(), attempt.number())) {
      case UnpayAnswer.Active(var expiresAt) ->
          new StepAnswer.StillHeld(attempt.unpaid(), expiresAt);
      case UnpayAnswer.HoldEnded() -> new StepAnswer.Next(attempt.unpaid());
    };
  }

  /** The time to pay began before anything was asked of the provider. */
  private boolean isRepeatable(Attempt attempt) {
    var deadline = attempt.payDeadline();
    return deadline == null
        || clock.instant().isBefore(deadline.plus(PaymentProvider.REPEATABLE_FOR));
  }

  private boolean payTimeIsOver(Attempt attempt) {
    var deadline = attempt.payDeadline();
    return deadline != null && clock.instant().isAfter(deadline.plus(CLOCKS_DIFFER_BY));
  }

  private static ProviderPaymentId payment(Attempt attempt) {
    if (attempt.providerPayment() == null) {
      throw new IllegalStateException("Attempt " + attempt.id() + " has no payment to look at");
    }
    return attempt.providerPayment();
  }
}
