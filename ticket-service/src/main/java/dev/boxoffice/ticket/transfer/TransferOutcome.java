package dev.boxoffice.ticket.transfer;

import dev.boxoffice.ticket.issuing.Ticket;

/** What became of a request to hand a ticket on. */
sealed interface TransferOutcome {
  /** The seat has this ticket now, and the old code lets nobody in. */
  record Transferred(Ticket successor) implements TransferOutcome {}

  /** The caller holds no such ticket. */
  record NotFound() implements TransferOutcome {}

  /** The ticket cannot be handed on, or not to this holder. */
  record Forbidden(String why) implements TransferOutcome {}
}
