package dev.boxoffice.ticket.checkin;

import dev.boxoffice.ticket.TicketId;

/** What became of a request to take back a check-in. */
sealed interface UndoOutcome {
  /** The ticket lets somebody in again. */
  record Undone(TicketId ticketId) implements UndoOutcome {}

  /** There is no such ticket. */
  record NotFound() implements UndoOutcome {}

  /** Nobody went in with it. */
  record NotCheckedIn() implements UndoOutcome {}
}
