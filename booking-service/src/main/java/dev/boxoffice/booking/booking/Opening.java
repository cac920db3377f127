package dev.boxoffice.booking.booking;

import dev.boxoffice.booking.BookingId;
import dev.boxoffice.booking.process.Work;

/** What a wish to pay finds. */
sealed interface Opening {

  /** A new attempt, to be run by whoever began it. */
  record Begun(Attempt attempt, Work work) implements Opening {}

  /** An attempt under way: there is one at a time. */
  record Running(Attempt attempt) implements Opening {}

  /** Nothing to do, because all is said already. */
  record Decided(ConfirmOutcome outcome) implements Opening {}

  /** It is just being found out whether the hold still lives. */
  record HoldInDoubt(BookingId bookingId) implements Opening {}
}
