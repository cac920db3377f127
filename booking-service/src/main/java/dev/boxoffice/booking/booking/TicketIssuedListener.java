package dev.boxoffice.booking.booking;

import dev.boxoffice.booking.BookingId;
import dev.boxoffice.defaults.event.IncomingEvent;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Hears where a booking's tickets are. Hearing it again changes nothing. */
@Component
class TicketIssuedListener {

  private final BookingLedger bookings;

  TicketIssuedListener(BookingLedger bookings) {
    this.bookings = bookings;
  }

  private record TicketIssued(UUID bookingId, String ticketUrl) {}

  @KafkaListener(topics = "ticket.ticket", groupId = "booking-service")
  void on(ConsumerRecord<String, String> message) {
    var event = IncomingEvent.from(message);
    if (event.type().equals("ticket.ticket.issued")) {
      var issued = event.data(TicketIssued.class);
      bookings.recordTicket(new BookingId(issued.bookingId()), issued.ticketUrl());
    }
  }
}
