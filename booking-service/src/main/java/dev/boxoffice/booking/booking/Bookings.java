package dev.boxoffice.booking.booking;

import dev.boxoffice.booking.BookingId;
import dev.boxoffice.booking.Money;
import dev.boxoffice.booking.SeatId;
import dev.boxoffice.booking.UserId;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Bookings as other features may read and change them, in transactions of their own. */
@Component
public class Bookings {

  private final BookingLedger bookings;
  private final BookingSeatLedger seats;
  private final BookingViewLedger views;

  Bookings(BookingLedger bookings, BookingSeatLedger seats, BookingViewLedger views) {
    this.bookings = bookings;
    this.seats = seats;
    this.views = views;
  }

  public @Nullable Booking find(BookingId booking) {
    return views.find(booking);
  }

  /** A booking of this buyer; someone else's is not there. */
  public @Nullable Booking find(BookingId booking, UserId user) {
    return views.find(booking, user);
  }

  /** Locks a booking until the caller's transaction ends. */
  public void lock(BookingId booking) {
    bookings.lock(booking);
  }

  /** Gives seats back, each with its share of the refund. */
  public void cancelSeats(BookingId booking, Map<SeatId, Money> refunds, Instant at) {
    seats.cancel(booking, refunds, at);
  }

  /** Ends a confirmed booking whose seats are all given back. */
  public void cancel(BookingId booking, Instant at) {
    bookings.cancel(booking, at);
  }
}
