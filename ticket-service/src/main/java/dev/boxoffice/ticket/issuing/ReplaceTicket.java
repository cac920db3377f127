package dev.boxoffice.ticket.issuing;

import dev.boxoffice.ticket.code.TicketCode;
import dev.boxoffice.ticket.code.TicketCodes;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Cancels a ticket and issues another for its seat to a new holder. */
@Component
public class ReplaceTicket {

  private final RevocationLedger revocations;
  private final TicketLedger tickets;
  private final DocumentLedger documents;
  private final TicketCodes codes;
  private final Clock clock;

  ReplaceTicket(
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

  /** The new ticket; empty if the old one is not (or no longer) {@code ISSUED}. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<Ticket> replace(Ticket old, Holder newHolder) {
    // Whoever revokes the seat meanwhile waits here: it would not see a successor not yet
    // committed.
    revocations.takeTurn(old.bookingId());
    if (!tickets.cancel(old.ticketId(), TicketStatus.ISSUED)) {
      return Optional.empty();
    }
    var ticketId = TicketIds.successor(old.ticketId());
    var successor =
        new Ticket(
            ticketId,
            old.bookingId(),
            old.showId(),
            old.seat(),
            old.place(),
            newHolder,
            codes.write(new TicketCode(ticketId, old.showId(), old.seat().seatId())),
            clock.instant().truncatedTo(ChronoUnit.MICROS),
            TicketStatus.ISSUED,
            null,
            null);
    if (!tickets.insert(successor)) {
      throw new IllegalStateException("%s already has a successor".formatted(old.ticketId()));
    }
    documents.order(old.bookingId(), List.of(old.holder(), newHolder), old.showId());
    return Optional.of(successor);
  }
}
