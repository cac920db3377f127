package dev.boxoffice.ticket.issuing;

import dev.boxoffice.ticket.BookingId;
import dev.boxoffice.ticket.ShowId;
import java.util.List;

/** A booking that is paid: its seats are to have tickets. */
record ConfirmedBooking(BookingId bookingId, ShowId showId, Holder buyer, List<Seat> seats) {
  ConfirmedBooking {
    seats = List.copyOf(seats);
    if (seats.isEmpty()) {
      throw new IllegalArgumentException("booking %s has no seats".formatted(bookingId));
    }
  }
}
