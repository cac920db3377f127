package dev.boxoffice.booking.booking;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A booking as its buyer sees it; what is not known yet is left out. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record BookingView(
    UUID bookingId,
    UUID holdId,
    @Nullable UUID showId,
    @Nullable Instant showTime,
    BookingStatus status,
    List<Seat> seats,
    @Nullable Long totalAmount,
    @Nullable String currency,
    @Nullable UUID paymentId,
    @Nullable Instant bookedAt,
    @Nullable String ticketUrl,
    @Nullable Instant cancelledAt,
    @Nullable Long refundAmount,
    @Nullable Integer refundPercentage,
    Refunds.@Nullable Status refundStatus,
    @JsonUnwrapped @Nullable PaymentView payment) {

  /** A seat; {@code cancelled} once it was given back. */
  record Seat(@JsonUnwrapped ConfirmedView.Seat bought, boolean cancelled) {

    static Seat of(BookedSeat booked) {
      return new Seat(ConfirmedView.Seat.of(booked), booked.cancelled());
    }
  }

  static BookingView of(Booking booking, @Nullable PaymentView payment) {
    var order = booking.order();
    var paidBy = booking.paymentId();
    var refunds = booking.refunds();
    return new BookingView(
        booking.id().value(),
        booking.holdId().value(),
        order == null ? null : order.showId().value(),
        order == null ? null : order.showTime(),
        booking.status(),
        order == null ? List.of() : order.seats().stream().map(Seat::of).toList(),
        order == null ? null : order.total().minorUnits(),
        order == null ? null : order.total().currency().getCurrencyCode(),
        paidBy == null ? null : paidBy.value(),
        booking.bookedAt(),
        ticketUrl(booking),
        booking.cancelledAt(),
        refunds == null ? null : refunds.amount().minorUnits(),
        refunds == null ? null : refunds.percentage(),
        refunds == null ? null : refunds.status(),
        payment);
  }

  /** There is nothing to print any more once all seats are given back. */
  private static @Nullable String ticketUrl(Booking booking) {
    return booking.status() == BookingStatus.CONFIRMED ? booking.ticketUrl() : null;
  }
}
