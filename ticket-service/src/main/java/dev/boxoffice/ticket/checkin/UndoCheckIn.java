package dev.boxoffice.ticket.checkin;

import dev.boxoffice.defaults.outbox.Outbox;
import dev.boxoffice.ticket.TicketEvents;
import dev.boxoffice.ticket.TicketId;
import dev.boxoffice.ticket.issuing.TicketRegister;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes back a check-in that was a mistake, and keeps who did so and why. */
@Component
class UndoCheckIn {

  private final TicketRegister tickets;
  private final UndoneCheckInLedger undoneCheckIns;
  private final Outbox outbox;
  private final Clock clock;

  UndoCheckIn(
      TicketRegister tickets, UndoneCheckInLedger undoneCheckIns, Outbox outbox, Clock clock) {
    this.tickets = tickets;
    this.undoneCheckIns = undoneCheckIns;
    this.outbox = outbox;
    this.clock = clock;
  }

  @Transactional
  UndoOutcome undo(TicketId ticketId, String staff, String reason) {
    var found = tickets.lock(ticketId);
    if (found.isEmpty()) {
      return new UndoOutcome.NotFound();
    }
    var ticket = found.get();
    var checkedInAt = ticket.checkedInAt();
    if (checkedInAt == null) {
      return new UndoOutcome.NotCheckedIn();
    }
    if (!tickets.undoCheckIn(ticketId, checkedInAt)) {
      throw new IllegalStateException("locked ticket %s changed".formatted(ticketId));
    }
    var now = clock.instant();
    undoneCheckIns.insert(ticket, checkedInAt, now, staff, reason);
    outbox.append(
        TicketEvents.TOPIC,
        ticket.bookingId().toString(),
        TicketEvents.CHECK_IN_UNDONE,
        new TicketEvents.CheckInUndone(
            ticketId.value(),
            ticket.bookingId().value(),
            ticket.showId().value(),
            ticket.seat().seatId().value(),
            now));
    return new UndoOutcome.Undone(ticketId);
  }
}
