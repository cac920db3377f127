package dev.boxoffice.booking.booking;

import dev.boxoffice.booking.BookingId;
import dev.boxoffice.booking.process.UnfinishedWork;
import dev.boxoffice.booking.process.WorkKind;
import java.time.Clock;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds this buyer's booking of the hold or makes it, and begins an attempt if one is in order. */
@Component
class OpenAttempt {

  private static final String TOO_MANY_ATTEMPTS = "too_many_attempts";

  private final BookingLedger bookings;
  private final BookingViewLedger views;
  private final AttemptLedger attempts;
  private final UnfinishedWork work;
  private final Terms terms;

  OpenAttempt(
      BookingLedger bookings,
      BookingViewLedger views,
      AttemptLedger attempts,
      UnfinishedWork work,
      Terms terms) {
    this.bookings = bookings;
    this.views = views;
    this.attempts = attempts;
    this.work = work;
    this.terms = terms;
  }

  /** What the deployment sets. */
  @Component
  record Terms(PurchaseSettings settings, Clock clock) {}

  @Transactional
  Opening open(ConfirmCommand command) {
    var id =
        bookings.lockOrOpen(
            command.holdId(), command.userId(), command.email(), terms.clock().instant());
    var booking = Objects.requireNonNull(views.find(id));
    return switch (booking.status()) {
      case CONFIRMED, CANCELLED ->
          new Opening.Decided(new ConfirmOutcome.Confirmed(booking, false));
      case FAILED -> new Opening.Decided(new ConfirmOutcome.HoldExpired());
      case PENDING -> openPending(id, command.paymentMethodId());
    };
  }

  private Opening openPending(BookingId id, String paymentMethodId) {
    var latest = attempts.latest(id);
    if (latest == null) {
      return begin(id, paymentMethodId);
    }
    if (!latest.step().isEnd()) {
      return new Opening.Running(latest);
    }
    if (latest.isPaidWith(paymentMethodId)) {
      // The same again gets the same answer; only another card is a new attempt.
      return declined(id, Objects.requireNonNull(latest.declineCode()), isAnotherAllowed(latest));
    }
    if (!isAnotherAllowed(latest)) {
      return declined(id, TOO_MANY_ATTEMPTS, false);
    }
    if (!work.endUnlessRunning(WorkKind.HOLD_CHECK, id.value())) {
      return new Opening.HoldInDoubt(id);
    }
    return begin(id, paymentMethodId);
  }

  private Opening begin(BookingId id, String paymentMethodId) {
    var attempt = attempts.begin(id, paymentMethodId, terms.clock().instant());
    return new Opening.Begun(attempt, work.begin(WorkKind.PURCHASE, attempt.id().value()));
  }

  private boolean isAnotherAllowed(Attempt latest) {
    return latest.number() < terms.settings().attemptsMax();
  }

  private static Opening declined(BookingId id, String code, boolean anotherMayPay) {
    return new Opening.Decided(new ConfirmOutcome.Declined(id, code, anotherMayPay));
  }
}
