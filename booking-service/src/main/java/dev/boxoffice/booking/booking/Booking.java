package dev.boxoffice.booking.booking;

import dev.boxoffice.booking.BookingId;
import dev.boxoffice.booking.HoldId;
import dev.boxoffice.booking.Money;
import dev.boxoffice.booking.Order;
import dev.boxoffice.booking.PaymentId;
import dev.boxoffice.booking.PricedSeat;
import dev.boxoffice.booking.SeatId;
import dev.boxoffice.booking.ShowId;
import dev.boxoffice.booking.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One hold's purchase, from the first attempt to pay.
 *
 * @param order what is paid for, once seat-service has put the hold aside
 * @param paymentId the attempt that paid
 */
public record Booking(
    BookingId id,
    HoldId holdId,
    UserId userId,
    @Nullable String email,
    BookingStatus status,
    @Nullable Details order,
    @Nullable PaymentId paymentId,
    @Nullable String ticketUrl,
    @Nullable Instant bookedAt,
    @Nullable Instant cancelledAt,
    @Nullable Refunds refunds) {

  /** The order as it stands, with what became of each seat. */
  public record Details(ShowId showId, Instant showTime, List<BookedSeat> seats, Money total) {

    public Details {
      seats = List.copyOf(seats);
    }

    /** The seats that are still the buyer's. */
    public Set<SeatId> seatsLeft() {
      return seats.stream()
          .filter(seat -> !seat.cancelled())
          .map(seat -> seat.seat().seatId())
          .collect(Collectors.toUnmodifiableSet());
    }

    /** What was bought, whatever has been given back. */
    Order bought() {
      return new Order(showId, showTime, seats.stream().map(BookedSeat::seat).toList(), total);
    }

    public Money priceOf(Set<SeatId> seatIds) {
      return seats.stream()
          .map(BookedSeat::seat)
          .filter(seat -> seatIds.contains(seat.seatId()))
          .map(PricedSeat::price)
          .reduce(Money.none(total.currency()), Money::plus);
    }
  }

  /** The order of a booking that has got as far as having one. */
  public Details requiredOrder() {
    if (order == null) {
      throw new IllegalStateException("Booking " + id + " has no order");
    }
    return order;
  }
}
