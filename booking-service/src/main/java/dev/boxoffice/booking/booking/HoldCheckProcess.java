package dev.boxoffice.booking.booking;

import dev.boxoffice.booking.BookingId;
import dev.boxoffice.booking.process.Progress;
import dev.boxoffice.booking.process.RecordedProcess;
import dev.boxoffice.booking.process.WorkKind;
import dev.boxoffice.booking.seats.SeatClient;
import dev.boxoffice.booking.seats.UnpayAnswer;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Finds out that the hold of a declined booking has ended, should the event that says so be late or
 * lost. It asks in the name of the latest attempt: if another card is tried meanwhile, nothing of
 * that is undone.
 */
@Component
class HoldCheckProcess implements RecordedProcess {

  private static final Duration AFTER_EXPIRY = Duration.ofSeconds(1);

  private final BookingViewLedger bookings;
  private final AttemptLedger attempts;
  private final SeatClient seats;
  private final EndHold endHold;
  private final Clock clock;

  HoldCheckProcess(
      BookingViewLedger bookings,
      AttemptLedger attempts,
      SeatClient seats,
      EndHold endHold,
      Clock clock) {
    this.bookings = bookings;
    this.attempts = attempts;
    this.seats = seats;
    this.endHold = endHold;
    this.clock = clock;
  }

  @Override
  public WorkKind kind() {
    return WorkKind.HOLD_CHECK;
  }

  @Override
  public Progress advance(UUID key) {
    var booking = bookings.find(new BookingId(key));
    var attempt = attempts.latest(new BookingId(key));
    if (booking == null || attempt == null || booking.status() != BookingStatus.PENDING) {
      endHold.stopChecking(new BookingId(key));
      return new Progress.Ended();
    }
    return switch (seats.unpay(booking.holdId(), booking.id(), attempt.number())) {
      case UnpayAnswer.Active(var expiresAt) ->
          new Progress.Waiting(Duration.between(clock.instant(), expiresAt).plus(AFTER_EXPIRY));
      case UnpayAnswer.HoldEnded() -> {
        endHold.end(booking.holdId());
        yield new Progress.Ended();
      }
    };
  }
}
