package dev.boxoffice.ticket.code;

import dev.boxoffice.ticket.SeatId;
import dev.boxoffice.ticket.ShowId;
import dev.boxoffice.ticket.TicketId;

/** What a ticket's code says: this ticket, for this seat of this show. */
public record TicketCode(TicketId ticketId, ShowId showId, SeatId seatId) {}
