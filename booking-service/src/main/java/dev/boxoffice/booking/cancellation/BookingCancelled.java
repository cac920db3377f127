package dev.boxoffice.booking.cancellation;

import dev.boxoffice.booking.SeatId;
import dev.boxoffice.booking.booking.Booking;
import dev.boxoffice.booking.booking.BookingStatus;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The event that seats were given back: some of a booking's, or the last of them. */
record BookingCancelled(
    UUID bookingId,
    UUID showId,
    String userId,
    List<UUID> seatIds,
    long refundAmount,
    String currency,
    Instant cancelledAt) {

  static final String TOPIC = "booking.booking";

  static String type(BookingStatus statusAfter) {
    return statusAfter == BookingStatus.CANCELLED
        ? "booking.booking.cancelled"
        : "booking.booking.seats-cancelled";
  }

  static BookingCancelled of(Booking booking, Cancellation cancellation, Instant cancelledAt) {
    return new BookingCancelled(
        booking.id().value(),
        booking.requiredOrder().showId().value(),
        booking.userId().value(),
        cancellation.seatIds().stream().map(SeatId::value).sorted().toList(),
        cancellation.amount().minorUnits(),
        cancellation.amount().currency().getCurrencyCode(),
        cancelledAt);
  }
}
