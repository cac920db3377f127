package dev.boxoffice.ticket.printing;

import dev.boxoffice.ticket.TicketId;
import org.jspecify.annotations.Nullable;

/**
 * One seat as it stands on its page; {@code row} is null where people stand or sit as they like.
 */
public record PrintedTicket(
    TicketId ticketId, String section, @Nullable String row, String number, String code) {}
