package dev.boxoffice.booking.booking;

import dev.boxoffice.booking.PaymentId;
import dev.boxoffice.booking.process.Progress;
import dev.boxoffice.booking.process.RecordedProcess;
import dev.boxoffice.booking.process.UnfinishedWork;
import dev.boxoffice.booking.process.WorkKind;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Paying for a hold with one card, from the recorded step to the end:
 *
 * <ol>
 *   <li>put the hold aside (undone by giving it back to its buyer)
 *   <li>have the money set aside (undone by voiding), with the buyer's bank if need be
 *   <li>book the seats (undone by returning them)
 *   <li>take the money
 *   <li>confirmed, with its event; this cannot be refused
 * </ol>
 */
@Component
class PurchaseProcess implements RecordedProcess {

  /** Webhooks and the buyer's own repeated request are quicker. */
  private static final Duration LOOK_AT_BUYER_EVERY = Duration.ofSeconds(2);

  /** More than the longest way there is, forwards and back. */
  private static final int STEPS_MAX = 12;

  private final AttemptLedger attempts;
  private final BookingViewLedger bookings;
  private final TryStep tryStep;
  private final RecordStep recordStep;
  private final UnfinishedWork work;

  PurchaseProcess(
      AttemptLedger attempts,
      BookingViewLedger bookings,
      TryStep tryStep,
      RecordStep recordStep,
      UnfinishedWork work) {
    this.attempts = attempts;
    this.bookings = bookings;
    this.tryStep = tryStep;
    this.recordStep = recordStep;
    this.work = work;
  }

  @Override
  public WorkKind kind() {
    return WorkKind.PURCHASE;
  }

  @Override
  public Progress advance(UUID key) {
    var attempt = attempts.find(new PaymentId(key));
    if (attempt == null || attempt.step().isEnd()) {
      work.end(WorkKind.PURCHASE, key);
      return new Progress.Ended();
    }
    var booking = bookings.find(attempt.bookingId());
    return booking == null ? new Progress.Overtaken() : advance(attempt, booking);
  }

  private Progress advance(Attempt from, Booking of) {
    var attempt = from;
    var booking = of;
    for (int steps = 0; steps < STEPS_MAX; steps++) {
      var answer = tryStep.of(attempt, booking);
      if (answer instanceof StepAnswer.Next(var next)
          && next.step() == Step.AWAIT_BUYER
          && attempt.step() == Step.AWAIT_BUYER) {
        return new Progress.Waiting(LOOK_AT_BUYER_EVERY);
      }
      switch (recordStep.after(attempt, answer, booking)) {
        case Recorded.Stands(var recorded) -> attempt = recorded;
        case Recorded.Forgotten() -> {
          return new Progress.Ended();
        }
        case Recorded.Overtaken() -> {
          return new Progress.Overtaken();
        }
      }
      if (attempt.step().isEnd()) {
        return new Progress.Ended();
      }
      if (answer instanceof StepAnswer.OrderKnown) {
        booking = Objects.requireNonNull(bookings.find(booking.id()));
      }
    }
    throw new IllegalStateException("Attempt " + attempt.id() + " comes to no end");
  }
}
