package dev.boxoffice.ticket.issuing;

import dev.boxoffice.ticket.BookingId;
import java.net.URI;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds the PDF of somebody's tickets. */
@Component
class IssuedDocuments {

  private final TicketLedger tickets;
  private final DocumentLedger documents;
  private final PdfStore store;

  IssuedDocuments(TicketLedger tickets, DocumentLedger documents, PdfStore store) {
    this.tickets = tickets;
    this.documents = documents;
    this.store = store;
  }

  /** What there is to download. */
  sealed interface Finding {}

  /** The PDF lies here, for a few minutes. */
  record Printed(URI link) implements Finding {}

  /** There are tickets, but their PDF is not there yet. */
  record NotYetPrinted() implements Finding {}

  /** No ticket of this booking is the caller's, or none is good any more. */
  record NothingToPrint() implements Finding {}

  Finding find(BookingId bookingId, Caller caller) {
    // Somebody may hold one ticket as a user and another by address; the user's PDF comes first.
    var holder =
        tickets.ofBooking(bookingId, caller.holders()).stream()
            .filter(Ticket::isLive)
            .map(Ticket::holder)
            .min((one, other) -> rank(one, caller) - rank(other, caller));
    if (holder.isEmpty()) {
      return new NothingToPrint();
    }
    Optional<Finding> printed =
        documents
            .printed(bookingId, holder.get())
            .map(document -> new Printed(store.link(document.revisionKey())));
    return printed.orElseGet(NotYetPrinted::new);
  }

  private static int rank(Holder holder, Caller caller) {
    return holder.equals(caller.user()) ? 0 : 1;
  }
}
