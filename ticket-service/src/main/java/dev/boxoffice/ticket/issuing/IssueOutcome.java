package dev.boxoffice.ticket.issuing;

import dev.boxoffice.ticket.TicketId;
import java.util.List;

/** What became of a confirmed booking. */
sealed interface IssueOutcome {
  /** Every seat has its ticket now. */
  record Issued(List<TicketId> ticketIds) implements IssueOutcome {
    public Issued {
      ticketIds = List.copyOf(ticketIds);
    }
  }

  /** Its tickets were issued before. */
  record AlreadyIssued() implements IssueOutcome {}
}
