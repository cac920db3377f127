package dev.boxoffice.ticket.issuing;

import dev.boxoffice.ticket.BookingId;
import dev.boxoffice.ticket.ShowId;
import dev.boxoffice.ticket.TicketId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A ticket.
 *
 * @param place its place among the booking's tickets, from 0
 * @param code what its QR code says
 */
public record Ticket(
    TicketId ticketId,
    BookingId bookingId,
    ShowId showId,
    Seat seat,
    int place,
    Holder holder,
    String code,
    Instant issuedAt,
    TicketStatus status,
    @Nullable Instant checkedInAt,
    @Nullable String gate) {

  public Ticket {
    if ((status == TicketStatus.CHECKED_IN) != (checkedInAt != null)) {
      throw new IllegalArgumentException(
          "ticket %s is %s but checked in at %s".formatted(ticketId, status, checkedInAt));
    }
  }

  public boolean isLive() {
    return status != TicketStatus.CANCELLED;
  }
}
