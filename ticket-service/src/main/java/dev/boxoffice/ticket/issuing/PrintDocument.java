package dev.boxoffice.ticket.issuing;

import dev.boxoffice.ticket.printing.PrintedShow;
import dev.boxoffice.ticket.printing.PrintedTicket;
import dev.boxoffice.ticket.printing.TicketPdf;
import dev.boxoffice.ticket.show.ShowFacts;
import dev.boxoffice.ticket.show.Shows;
import java.util.List;
import org.springframework.stereotype.Component;

/** Prints a document and puts it into the object store; no transaction is open meanwhile. */
@Component
class PrintDocument {

  private final Shows shows;
  private final TicketLedger tickets;
  private final TicketPdf pdf;
  private final PdfStore store;

  PrintDocument(Shows shows, TicketLedger tickets, TicketPdf pdf, PdfStore store) {
    this.shows = shows;
    this.tickets = tickets;
    this.pdf = pdf;
    this.store = store;
  }

  /** The tickets that are on it; none when all were cancelled, and then nothing is stored. */
  List<Ticket> print(Document document) {
    var live =
        tickets.ofBooking(document.bookingId(), List.of(document.holder())).stream()
            .filter(Ticket::isLive)
            .toList();
    if (!live.isEmpty()) {
      var show =
          shows
              .find(document.showId())
              .orElseThrow(() -> new IllegalStateException("no show " + document.showId()));
      var bytes =
          pdf.print(printed(show), document.bookingId(), live.stream().map(this::printed).toList());
      store.put(document.revisionKey(), bytes, "tickets-%s.pdf".formatted(document.bookingId()));
    }
    return live;
  }

  private static PrintedShow printed(ShowFacts show) {
    return new PrintedShow(show.title(), show.venueName(), show.city(), show.localShowTime());
  }

  private PrintedTicket printed(Ticket ticket) {
    var seat = ticket.seat();
    return new PrintedTicket(
        ticket.ticketId(), seat.section(), seat.row(), seat.number(), ticket.code());
  }
}
