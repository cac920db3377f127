package dev.boxoffice.ticket.issuing;

/** What a ticket is good for. */
public enum TicketStatus {
  /** Lets one person in. */
  ISSUED,
  /** Has let its person in. */
  CHECKED_IN,
  /** Lets nobody in: the seat was cancelled, or the ticket was handed on. */
  CANCELLED
}
