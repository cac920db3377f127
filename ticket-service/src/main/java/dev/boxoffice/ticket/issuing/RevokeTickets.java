package dev.boxoffice.ticket.issuing;

import dev.boxoffice.defaults.outbox.Outbox;
import dev.boxoffice.ticket.BookingId;
import dev.boxoffice.ticket.SeatId;
import dev.boxoffice.ticket.TicketEvents;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes the tickets of seats worthless: all of them, or none when somebody went in with one. */
@Component
class RevokeTickets {

  private final RevocationLedger revocations;
  private final TicketLedger tickets;
  private final DocumentLedger documents;
  private final Outbox outbox;
  private final Clock clock;

  RevokeTickets(
      RevocationLedger revocations,
      TicketLedger tickets,
      DocumentLedger documents,
      Outbox outbox,
      Clock clock) {
    this.revocations = revocations;
    this.tickets = tickets;
    this.documents = documents;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Works also before the tickets are issued: they will be born cancelled. Revoking again gives the
   * same answer.
   */
  @Transactional
  RevokeOutcome revoke(BookingId bookingId, Collection<SeatId> seatIds, String reason) {
    revocations.takeTurn(bookingId);
    var live = tickets.lockLive(bookingId, seatIds);
    var inside = seatsEntered(live);
    return inside.isEmpty()
        ? revoke(bookingId, seatIds, reason, live)
        : new RevokeOutcome.CheckedIn(inside);
  }

  /** The same whoever went in: of a show that was called off no ticket stays good. */
  @Transactional
  RevokeOutcome revokeEvenIfEntered(
      BookingId bookingId, Collection<SeatId> seatIds, String reason) {
    revocations.takeTurn(bookingId);
    return revoke(bookingId, seatIds, reason, tickets.lockLive(bookingId, seatIds));
  }

  private static List<SeatId> seatsEntered(List<Ticket> live) {
    return live.stream()
        .filter(ticket -> ticket.status() == TicketStatus.CHECKED_IN)
        .map(ticket -> ticket.seat().seatId())
        .toList();
  }

  private RevokeOutcome revoke(
      BookingId bookingId, Collection<SeatId> seatIds, String reason, List<Ticket> live) {
    revocations.insert(bookingId, seatIds, reason, clock.instant());
    for (var ticket : live) {
      if (!tickets.cancel(ticket.ticketId(), ticket.status())) {
        throw new IllegalStateException("locked ticket %s changed".formatted(ticket.ticketId()));
      }
    }
    if (!live.isEmpty()) {
      tell(bookingId, live);
    }
    return new RevokeOutcome.Revoked(List.copyOf(new LinkedHashSet<>(seatIds)));
  }

  private void tell(BookingId bookingId, List<Ticket> revoked) {
    var showId = revoked.getFirst().showId();
    documents.order(bookingId, revoked.stream().map(Ticket::holder).toList(), showId);
    outbox.append(
        TicketEvents.TOPIC,
        bookingId.toString(),
        TicketEvents.REVOKED,
        new TicketEvents.Revoked(
            bookingId.value(),
            showId.value(),
            revoked.stream().map(ticket -> ticket.ticketId().value()).toList(),
            revoked.stream().map(ticket -> ticket.seat().seatId().value()).toList()));
  }
}
