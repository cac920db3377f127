package dev.boxoffice.booking.cancellation;

import dev.boxoffice.booking.booking.Booking;
import dev.boxoffice.booking.booking.BookingStatus;
import dev.boxoffice.booking.booking.Bookings;
import dev.boxoffice.defaults.outbox.Outbox;
import java.time.Instant;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes a cancellation a fact: booking, event and refund due in one transaction. */
@Component
class SettleCancellation {

  private final Bookings bookings;
  private final CancellationLedger cancellations;
  private final RefundLedger refunds;
  private final Outbox outbox;

  SettleCancellation(
      Bookings bookings, CancellationLedger cancellations, RefundLedger refunds, Outbox outbox) {
    this.bookings = bookings;
    this.cancellations = cancellations;
    this.refunds = refunds;
    this.outbox = outbox;
  }

  /** Returns false if another run has done it. */
  @Transactional
  boolean settle(Cancellation cancellation, Instant now) {
    bookings.lock(cancellation.bookingId());
    var booking = Objects.requireNonNull(bookings.find(cancellation.bookingId()));
    var statusAfter = statusAfter(booking, cancellation);
    if (!cancellations.settle(cancellation.id(), statusAfter, now)) {
      return false;
    }
    bookings.cancelSeats(
        booking.id(),
        RefundShares.of(
            booking.requiredOrder(),
            cancellation.seatIds(),
            cancellation.percentage(),
            cancellation.amount()),
        now);
    if (statusAfter == BookingStatus.CANCELLED) {
      bookings.cancel(booking.id(), now);
    }
    outbox.append(
        BookingCancelled.TOPIC,
        booking.id().toString(),
        BookingCancelled.type(statusAfter),
        BookingCancelled.of(booking, cancellation, now));
    if (!cancellation.amount().isNone()) {
      refunds.due(cancellation, now);
    }
    return true;
  }

  private static BookingStatus statusAfter(Booking booking, Cancellation cancellation) {
    return cancellation.seatIds().containsAll(booking.requiredOrder().seatsLeft())
        ? BookingStatus.CANCELLED
        : BookingStatus.CONFIRMED;
  }
}
