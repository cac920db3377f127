package dev.boxoffice.ticket.transfer;

import dev.boxoffice.defaults.outbox.Outbox;
import dev.boxoffice.ticket.TicketEvents;
import dev.boxoffice.ticket.TicketId;
import dev.boxoffice.ticket.issuing.Caller;
import dev.boxoffice.ticket.issuing.Holder;
import dev.boxoffice.ticket.issuing.ReplaceTicket;
import dev.boxoffice.ticket.issuing.Ticket;
import dev.boxoffice.ticket.issuing.TicketRegister;
import dev.boxoffice.ticket.show.Shows;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Hands a ticket on while it is unused and its show is ahead. */
@Component
class TransferTicket {

  private final TicketRegister tickets;
  private final Shows shows;
  private final ReplaceTicket replaceTicket;
  private final Outbox outbox;
  private final Clock clock;

  TransferTicket(
      TicketRegister tickets,
      Shows shows,
      ReplaceTicket replaceTicket,
      Outbox outbox,
      Clock clock) {
    this.tickets = tickets;
    this.shows = shows;
    this.replaceTicket = replaceTicket;
    this.outbox = outbox;
    this.clock = clock;
  }

  @Transactional
  TransferOutcome transfer(TicketId ticketId, Caller caller, Holder newHolder) {
    var found = tickets.find(ticketId, caller);
    if (found.isEmpty()) {
      return new TransferOutcome.NotFound();
    }
    var ticket = found.get();
    if (caller.holders().contains(newHolder)) {
      return new TransferOutcome.Forbidden("The ticket is already yours.");
    }
    var show = shows.find(ticket.showId());
    if (show.isEmpty() || show.get().isOverOrCancelled(clock.instant())) {
      return new TransferOutcome.Forbidden("The show has begun or is cancelled.");
    }
    var successor = replaceTicket.replace(ticket, newHolder);
    if (successor.isEmpty()) {
      return new TransferOutcome.Forbidden("The ticket was used or cancelled.");
    }
    tell(ticket, successor.get());
    return new TransferOutcome.Transferred(successor.get());
  }

  private void tell(Ticket old, Ticket successor) {
    outbox.append(
        TicketEvents.TOPIC,
        old.bookingId().toString(),
        TicketEvents.TRANSFERRED,
        new TicketEvents.Transferred(
            old.bookingId().value(),
            old.showId().value(),
            old.seat().seatId().value(),
            old.ticketId().value(),
            successor.ticketId().value()));
  }
}
