package dev.boxoffice.ticket.checkin;

import dev.boxoffice.ticket.issuing.Ticket;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the door is told about a code. If several refusals apply, the first in this file is given.
 */
sealed interface CheckInOutcome {
  /** Let this person in. */
  record Admitted(Ticket ticket, Instant checkedInAt) implements CheckInOutcome {}

  /** We signed no such code. */
  record Invalid() implements CheckInOutcome {}

  /** A genuine ticket, for another show. */
  record WrongShow(Ticket ticket) implements CheckInOutcome {}

  /** The ticket was cancelled, or handed on to somebody who has a new code. */
  record Cancelled(Ticket ticket) implements CheckInOutcome {}

  /** Somebody went in with it before. */
  record AlreadyCheckedIn(Ticket ticket, Instant checkedInAt, @Nullable String gate)
      implements CheckInOutcome {}
}
