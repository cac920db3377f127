package dev.boxoffice.seat.allocation.hold;

import dev.boxoffice.seat.sale.SeatId;
import dev.boxoffice.seat.sale.ShowId;
import java.util.List;

/**
 * Seats that changed in a transaction which has committed. Published as an application event, on
 * the thread that committed: listeners are quick and never throw. One may be lost (a crash right
 * after the commit); the table {@code seat_event} has them all.
 */
public record SeatsChanged(ShowId showId, List<Change> seats) {

  public SeatsChanged {
    seats = List.copyOf(seats);
  }

  /** What a seat has become. The version rises by one with each change of that seat. */
  public record Change(SeatId seatId, SeatStatus status, int version) {}
}
