package dev.boxoffice.ticket.issuing;

import dev.boxoffice.defaults.outbox.Outbox;
import dev.boxoffice.ticket.PublicUrl;
import dev.boxoffice.ticket.TicketEvents;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Records that a document is printed and, the first time, tells where the tickets are. */
@Component
class AnnounceTickets {

  private final DocumentLedger documents;
  private final Outbox outbox;
  private final PublicUrl urls;
  private final Clock clock;

  AnnounceTickets(DocumentLedger documents, Outbox outbox, PublicUrl urls, Clock clock) {
    this.documents = documents;
    this.outbox = outbox;
    this.urls = urls;
    this.clock = clock;
  }

  /** Of several printers of one document only the first is heard. */
  @Transactional
  void announce(Document document, List<Ticket> printed) {
    if (!documents.markPrinted(document) || printed.isEmpty()) {
      return;
    }
    var now = clock.instant();
    // Whoever is handed a ticket later gets a document too, but the booking has its tickets.
    boolean isBuyers =
        printed.stream()
            .anyMatch(
                ticket ->
                    ticket
                        .ticketId()
                        .equals(TicketIds.first(ticket.bookingId(), ticket.seat().seatId())));
    if (isBuyers && documents.markAnnounced(document, now)) {
      outbox.append(
          TicketEvents.TOPIC,
          document.bookingId().toString(),
          TicketEvents.ISSUED,
          new TicketEvents.Issued(
              document.bookingId().value(),
              document.showId().value(),
              printed.stream().map(ticket -> ticket.ticketId().value()).toList(),
              urls.ticketPdf(document.bookingId()),
              now));
    }
  }
}
