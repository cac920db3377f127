package dev.boxoffice.booking.booking;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The receipt: what was bought for how much. It says the same however often it is asked for. */
record ConfirmedView(
    UUID bookingId,
    UUID showId,
    BookingStatus status,
    List<Seat> seats,
    long totalAmount,
    String currency,
    UUID paymentId,
    Instant bookedAt) {

  /** A seat as it was bought; {@code row} is null in general admission. */
  record Seat(
      UUID seatId,
      UUID sectionId,
      String section,
      @JsonInclude @Nullable String row,
      String number,
      long price) {

    static Seat of(BookedSeat booked) {
      var seat = booked.seat();
      return new Seat(
          seat.seatId().value(),
          seat.sectionId().value(),
          seat.section(),
          seat.row(),
          seat.number(),
          seat.price().minorUnits());
    }
  }

  static ConfirmedView of(Booking booking) {
    var order = booking.requiredOrder();
    return new ConfirmedView(
        booking.id().value(),
        order.showId().value(),
        booking.status(),
        order.seats().stream().map(Seat::of).toList(),
        order.total().minorUnits(),
        order.total().currency().getCurrencyCode(),
        Objects.requireNonNull(booking.paymentId()).value(),
        Objects.requireNonNull(booking.bookedAt()));
  }
}
