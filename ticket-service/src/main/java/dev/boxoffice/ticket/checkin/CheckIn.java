package dev.boxoffice.ticket.checkin;

import dev.boxoffice.defaults.outbox.Outbox;
import dev.boxoffice.ticket.TicketEvents;
import dev.boxoffice.ticket.code.TicketCodes;
import dev.boxoffice.ticket.issuing.Ticket;
import dev.boxoffice.ticket.issuing.TicketRegister;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets the holder of a ticket in, once. */
@Component
class CheckIn {

  private final TicketCodes codes;
  private final TicketRegister tickets;
  private final Outbox outbox;

  CheckIn(TicketCodes codes, TicketRegister tickets, Outbox outbox) {
    this.codes = codes;
    this.tickets = tickets;
    this.outbox = outbox;
  }

  /**
   * Of scans that ask us the first to reach the ticket's row wins. A scan made offline that is
   * earlier than the one on record takes its place, because its door let the person in first.
   */
  @Transactional
  CheckInOutcome checkIn(Scan scan) {
    var found = codes.read(scan.qr()).flatMap(code -> tickets.lock(code.ticketId()));
    if (found.isEmpty()) {
      return new CheckInOutcome.Invalid();
    }
    var ticket = found.get();
    if (scan.showId() != null && !scan.showId().equals(ticket.showId())) {
      return new CheckInOutcome.WrongShow(ticket);
    }
    return switch (ticket.status()) {
      case CANCELLED -> new CheckInOutcome.Cancelled(ticket);
      case ISSUED -> admit(ticket, scan);
      case CHECKED_IN ->
          scan.isOffline()
                  && tickets.backdateCheckIn(ticket.ticketId(), scan.scannedAt(), scan.gate())
              ? new CheckInOutcome.Admitted(ticket, scan.scannedAt())
              : new CheckInOutcome.AlreadyCheckedIn(
                  ticket, Objects.requireNonNull(ticket.checkedInAt()), ticket.gate());
    };
  }

  private CheckInOutcome admit(Ticket ticket, Scan scan) {
    if (!tickets.checkIn(ticket.ticketId(), scan.scannedAt(), scan.gate())) {
      throw new IllegalStateException("locked ticket %s changed".formatted(ticket.ticketId()));
    }
    outbox.append(
        TicketEvents.TOPIC,
        ticket.bookingId().toString(),
        TicketEvents.CHECKED_IN,
        new TicketEvents.CheckedIn(
            ticket.ticketId().value(),
            ticket.bookingId().value(),
            ticket.showId().value(),
            ticket.seat().seatId().value(),
            scan.gate(),
            scan.scannedAt()));
    return new CheckInOutcome.Admitted(ticket, scan.scannedAt());
  }
}
