package dev.boxoffice.ticket.issuing;

import dev.boxoffice.ticket.TicketId;
import dev.boxoffice.ticket.code.TicketCode;
import dev.boxoffice.ticket.code.TicketCodes;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives every seat of a confirmed booking one ticket, and has them printed. */
@Component
class IssueTickets {

  private final RevocationLedger revocations;
  private final TicketLedger tickets;
  private final DocumentLedger documents;
  private final TicketCodes codes;
  private final Clock clock;

  IssueTickets(
      RevocationLedger revocations,
      TicketLedger tickets,
      DocumentLedger documents,
      TicketCodes codes,
      Clock clock) {
    this.revocations = revocations;
    this.tickets = tickets;
    this.documents = documents;
    this.codes = codes;
    this.clock = clock;
  }

  /** Issuing again changes nothing: the tickets' ids follow from the booking. */
  @Transactional
  IssueOutcome issue(ConfirmedBooking booking) {
    revocations.takeTurn(booking.bookingId());
    var revoked = revocations.revokedOf(booking.bookingId());
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var issued = new ArrayList<TicketId>();
    for (int place = 0; place < booking.seats().size(); place++) {
      boolean isRevoked = revoked.contains(booking.seats().get(place).seatId());
      var ticket =
          ticket(booking, place, isRevoked ? TicketStatus.CANCELLED : TicketStatus.ISSUED, now);
      if (tickets.insert(ticket)) {
        issued.add(ticket.ticketId());
      }
    }
    if (issued.isEmpty()) {
      return new IssueOutcome.AlreadyIssued();
    }
    documents.order(booking.bookingId(), List.of(booking.buyer()), booking.showId());
    return new IssueOutcome.Issued(issued);
  }

  private Ticket ticket(ConfirmedBooking booking, int place, TicketStatus status, Instant now) {
    var seat = booking.seats().get(place);
    var ticketId = TicketIds.first(booking.bookingId(), seat.seatId());
    return new Ticket(
        ticketId,
        booking.bookingId(),
        booking.showId(),
        seat,
        place,
        booking.buyer(),
        codes.write(new TicketCode(ticketId, booking.showId(), seat.seatId())),
        now,
        status,
        null,
        null);
  }
}
