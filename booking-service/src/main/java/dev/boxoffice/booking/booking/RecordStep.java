package dev.boxoffice.booking.booking;

import dev.boxoffice.booking.BookingId;
import dev.boxoffice.booking.process.UnfinishedWork;
import dev.boxoffice.booking.process.WorkKind;
import dev.boxoffice.defaults.outbox.Outbox;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes down what came of a step and which comes next, with all that follows from it. */
@Component
class RecordStep {

  /** Where a booking's events go. */
  static final String TOPIC = "booking.booking";

  /** seat-service sweeps a little after a hold's time is up. */
  private static final Duration AFTER_EXPIRY = Duration.ofSeconds(1);

  private final AttemptLedger attempts;
  private final BookingLedger bookings;
  private final UnfinishedWork work;
  private final Outbox outbox;
  private final Clock clock;

  RecordStep(
      AttemptLedger attempts,
      BookingLedger bookings,
      UnfinishedWork work,
      Outbox outbox,
      Clock clock) {
    this.attempts = attempts;
    this.bookings = bookings;
    this.work = work;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** Records it all or nothing. */
  @Transactional
  Recorded after(Attempt from, StepAnswer answer, Booking booking) {
    // Postgres keeps microseconds; what is said now must equal what is read later.
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return switch (answer) {
      case StepAnswer.Next(var to) -> advance(from, to, now, () -> then(to, booking, now));
      case StepAnswer.OrderKnown(var to, var order) ->
          advance(from, to, now, () -> bookings.recordOrder(booking.id(), order));
      case StepAnswer.StillHeld(var to, var expiresAt) ->
          advance(from, to, now, () -> watch(to, expiresAt, now));
      case StepAnswer.NoSuchHold() -> forget(from, booking.id());
    };
  }

  private Recorded advance(Attempt from, Attempt to, Instant now, Runnable whatFollows) {
    var attempt = attempts.advance(from, to, now);
    if (attempt == null) {
      return new Recorded.Overtaken();
    }
    whatFollows.run();
    return new Recorded.Stands(attempt);
  }

  private void then(Attempt to, Booking booking, Instant now) {
    switch (to.step()) {
      case CONFIRMED -> {
        bookings.confirm(booking.id(), to.id(), now);
        outbox.append(
            TOPIC,
            booking.id().toString(),
            BookingConfirmed.TYPE,
            BookingConfirmed.of(booking, to.id(), now));
        work.end(WorkKind.PURCHASE, to.id().value());
      }
      case DECLINED, HOLD_ENDED -> {
        bookings.fail(booking.id(), now);
        work.end(WorkKind.PURCHASE, to.id().value());
      }
      case PAY, AUTHORISE, AWAIT_BUYER, BOOK, CAPTURE, RETURN, VOID, UNPAY -> {}
    }
  }

  private void watch(Attempt to, Instant expiresAt, Instant now) {
    work.end(WorkKind.PURCHASE, to.id().value());
    work.beginLater(
        WorkKind.HOLD_CHECK,
        to.bookingId().value(),
        Duration.between(now, expiresAt).plus(AFTER_EXPIRY));
  }

  private Recorded forget(Attempt from, BookingId booking) {
    if (attempts.find(from.id()) == null) {
      return new Recorded.Overtaken();
    }
    bookings.forget(booking);
    work.end(WorkKind.PURCHASE, from.id().value());
    return new Recorded.Forgotten();
  }
}
