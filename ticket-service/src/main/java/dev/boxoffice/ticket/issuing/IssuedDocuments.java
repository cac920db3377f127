package dev.boxoffice.ticket.issuing;

import dev.boxoffice.ticket.BookingId;
import dev.boxoffice.ticket.booking.BookingClient;
import java.net.URI;
import java.util.Optional;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Component;

/**
 * Finds the PDF of somebody's tickets.
 *
 * <p>A booking is confirmed a moment before its event is here, and its buyer may be quicker. Of a
 * booking that nothing was heard of, booking-service says whether it is the caller's: to the buyer
 * the tickets are on their way, to everybody else there is no such booking.
 */
@Component
class IssuedDocuments {

  private final TicketLedger tickets;
  private final DocumentLedger documents;
  private final PdfStore store;
  private final BookingClient bookings;

  IssuedDocuments(
      TicketLedger tickets, DocumentLedger documents, PdfStore store, BookingClient bookings) {
    this.tickets = tickets;
    this.documents = documents;
    this.store = store;
    this.bookings = bookings;
  }

  /** What there is to download. */
  sealed interface Finding {}

  /** The PDF lies here, for a few minutes. */
  record Printed(URI link) implements Finding {}

  /** There are tickets, but their PDF is not there yet. */
  record NotYetPrinted() implements Finding {}

  /** The booking is the caller's, but its tickets are not issued yet. */
  record NotYetIssued() implements Finding {}

  /** No ticket of this booking is the caller's, or none is good any more. */
  record NothingToPrint() implements Finding {}

  Finding find(BookingId bookingId, Jwt token) {
    var caller = Caller.of(token);
    // Somebody may hold one ticket as a user and another by address; the user's PDF comes first.
    var holder =
        tickets.ofBooking(bookingId, caller.holders()).stream()
            .filter(Ticket::isLive)
            .map(Ticket::holder)
            .min((one, other) -> rank(one, caller) - rank(other, caller));
    if (holder.isEmpty()) {
      return tickets.ofBooking(bookingId).isEmpty() && bookings.awaitsTickets(bookingId, token)
          ? new NotYetIssued()
          : new NothingToPrint();
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
