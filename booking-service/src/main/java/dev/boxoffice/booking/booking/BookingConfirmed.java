package dev.boxoffice.booking.booking;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.boxoffice.booking.PaymentId;
import dev.boxoffice.booking.PricedSeat;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The event that seats were sold. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record BookingConfirmed(
    UUID bookingId,
    UUID showId,
    UUID holdId,
    String userId,
    @Nullable String email,
    List<Seat> seats,
    long totalAmount,
    String currency,
    UUID paymentId,
    Instant bookedAt) {

  static final String TYPE = "booking.booking.confirmed";

  /** A seat of it; {@code row} is null in general admission. */
  record Seat(
      UUID seatId,
      UUID sectionId,
      String section,
      @JsonInclude @Nullable String row,
      String number,
      long price) {

    static Seat of(PricedSeat seat) {
      return new Seat(
          seat.seatId().value(),
          seat.sectionId().value(),
          seat.section(),
          seat.row(),
          seat.number(),
          seat.price().minorUnits());
    }
  }

  static BookingConfirmed of(Booking booking, PaymentId paymentId, Instant bookedAt) {
    var order = booking.requiredOrder().bought();
    return new BookingConfirmed(
        booking.id().value(),
        order.showId().value(),
        booking.holdId().value(),
        booking.userId().value(),
        booking.email(),
        order.seats().stream().map(Seat::of).toList(),
        order.total().minorUnits(),
        order.total().currency().getCurrencyCode(),
        paymentId.value(),
        bookedAt);
  }
}
