package dev.boxoffice.booking.booking;

import dev.boxoffice.booking.BookingId;
import dev.boxoffice.booking.HoldId;
import dev.boxoffice.booking.process.UnfinishedWork;
import dev.boxoffice.booking.process.WorkKind;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Fails the booking whose hold has ended; one that is just being paid for finds out by itself. */
@Component
class EndHold {

  private final BookingLedger bookings;
  private final AttemptLedger attempts;
  private final UnfinishedWork work;
  private final Clock clock;

  EndHold(BookingLedger bookings, AttemptLedger attempts, UnfinishedWork work, Clock clock) {
    this.bookings = bookings;
    this.attempts = attempts;
    this.work = work;
    this.clock = clock;
  }

  @Transactional
  void end(HoldId hold) {
    var now = clock.instant();
    for (var booking : bookings.lockPendingOf(hold)) {
      var running = attempts.endPayTime(booking, now);
      if (running != null) {
        work.wake(running.value());
      } else {
        bookings.fail(booking, now);
      }
      work.end(WorkKind.HOLD_CHECK, booking.value());
    }
  }

  @Transactional
  void stopChecking(BookingId booking) {
    work.end(WorkKind.HOLD_CHECK, booking.value());
  }
}
