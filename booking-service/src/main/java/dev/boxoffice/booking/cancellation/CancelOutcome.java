package dev.boxoffice.booking.cancellation;

import dev.boxoffice.booking.SeatId;
import java.util.Set;

/** What became of a wish to give seats back. */
sealed interface CancelOutcome {

  /** They are given back, by this request or by one before it. */
  record Cancelled(Cancellation cancellation) implements CancelOutcome {}

  /** There is no such booking of this buyer. */
  record NotFound() implements CancelOutcome {}

  /** These seats are not of this booking. */
  record NotItsSeats(Set<SeatId> seatIds) implements CancelOutcome {}

  /** The booking stays as it is. */
  record NotCancellable(Why why) implements CancelOutcome {}

  /** No answer came in time; the cancellation goes on by itself. */
  record Unfinished() implements CancelOutcome {}

  /** What keeps a booking from being cancelled. */
  enum Why {
    NOT_CONFIRMED,
    SHOW_OVER,
    CHECKED_IN
  }
}
