package dev.boxoffice.ticket.issuing;

import dev.boxoffice.ticket.BookingId;
import dev.boxoffice.ticket.ShowId;
import dev.boxoffice.ticket.TicketId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The tickets, as features beside issuing look them up and use them. */
@Component
public class TicketRegister {

  private final TicketLedger ledger;

  TicketRegister(TicketLedger ledger) {
    this.ledger = ledger;
  }

  /** Empty also when the ticket is someone else's. */
  public Optional<Ticket> find(TicketId ticketId, Caller caller) {
    return ledger.find(ticketId, caller);
  }

  /** All tickets ever issued for a booking, in the order of its seats. */
  public List<Ticket> ofBooking(BookingId bookingId) {
    return ledger.ofBooking(bookingId);
  }

  /** Every ticket of the show whose code must be turned away. */
  public List<TicketId> cancelledOf(ShowId showId) {
    return ledger.cancelledOf(showId);
  }

  /** The ticket, which nobody else can change before the caller's transaction ends. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<Ticket> lock(TicketId ticketId) {
    return ledger.lock(ticketId);
  }

  /** Lets the person in; false if the ticket is not (or no longer) {@code ISSUED}. */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean checkIn(TicketId ticketId, Instant at, @Nullable String gate) {
    return ledger.checkIn(ticketId, at, gate);
  }

  /** Records an earlier scan that was heard of later; false if it is not earlier. */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean backdateCheckIn(TicketId ticketId, Instant at, @Nullable String gate) {
    return ledger.backdateCheckIn(ticketId, at, gate);
  }

  /** Takes back the check-in of this moment; false if there is none. */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean undoCheckIn(TicketId ticketId, Instant checkedInAt) {
    return ledger.undoCheckIn(ticketId, checkedInAt);
  }
}
