package dev.boxoffice.ticket.issuing;

import dev.boxoffice.defaults.event.IncomingEvent;
import dev.boxoffice.defaults.inbox.Inbox;
import dev.boxoffice.ticket.BookingId;
import dev.boxoffice.ticket.SeatId;
import dev.boxoffice.ticket.ShowId;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Follows the bookings: confirmed ones get tickets, cancelled seats lose theirs. */
@Component
class BookingListener {

  private static final Logger log = LoggerFactory.getLogger(BookingListener.class);
  private static final String CONSUMER = "ticket-service";

  private final Inbox inbox;
  private final IssueTickets issueTickets;
  private final RevokeTickets revokeTickets;

  BookingListener(Inbox inbox, IssueTickets issueTickets, RevokeTickets revokeTickets) {
    this.inbox = inbox;
    this.issueTickets = issueTickets;
    this.revokeTickets = revokeTickets;
  }

  @KafkaListener(id = "bookings", topics = "booking.booking", groupId = CONSUMER, concurrency = "3")
  @Transactional
  public void on(ConsumerRecord<String, String> message) {
    var event = IncomingEvent.from(message);
    if (!inbox.firstTime(CONSUMER, event.id())) {
      return;
    }
    switch (event.type()) {
      case "booking.booking.confirmed" -> issue(event.data(Confirmed.class));
      case "booking.booking.cancelled", "booking.booking.seats-cancelled" ->
          revoke(event.data(Cancelled.class));
      default -> log.debug("Nothing to do for {}", event.type());
    }
  }

  private void issue(Confirmed confirmed) {
    switch (issueTickets.issue(confirmed.booking())) {
      case IssueOutcome.Issued issued ->
          log.debug("Booking {} has tickets {}", confirmed.bookingId(), issued.ticketIds());
      case IssueOutcome.AlreadyIssued() ->
          log.debug("Booking {} had its tickets", confirmed.bookingId());
    }
  }

  /** Usually there is nothing left to revoke: the tickets go before the booking does. */
  private void revoke(Cancelled cancelled) {
    if (cancelled.seatIds().isEmpty()) {
      return;
    }
    var seatIds = cancelled.seatIds().stream().map(SeatId::new).toList();
    switch (revokeTickets.revoke(
        new BookingId(cancelled.bookingId()), seatIds, "booking cancelled")) {
      case RevokeOutcome.Revoked revoked ->
          log.debug("Booking {} has no tickets for {}", cancelled.bookingId(), revoked.seatIds());
      case RevokeOutcome.CheckedIn inside ->
          log.warn(
              "Booking {} was cancelled though {} are inside",
              cancelled.bookingId(),
              inside.seatIds());
    }
  }

  record Confirmed(UUID bookingId, UUID showId, String userId, List<BookedSeat> seats) {
    ConfirmedBooking booking() {
      return new ConfirmedBooking(
          new BookingId(bookingId),
          new ShowId(showId),
          Holder.user(userId),
          seats.stream().map(BookedSeat::seat).toList());
    }
  }

  record BookedSeat(UUID seatId, String section, @Nullable String row, String number) {
    Seat seat() {
      return new Seat(new SeatId(seatId), section, row, number);
    }
  }

  record Cancelled(UUID bookingId, List<UUID> seatIds) {}
}
