package dev.boxoffice.ticket.issuing;

import dev.boxoffice.defaults.problem.Codes;
import dev.boxoffice.defaults.problem.Problem;
import dev.boxoffice.ticket.BookingId;
import dev.boxoffice.ticket.PublicUrl;
import dev.boxoffice.ticket.show.Shows;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A booking's tickets for those who hold them; to everybody else there is no such booking. */
@RestController
@RequestMapping("/v1/bookings/{bookingId}")
class BookingTicketsController {

  private static final MediaType CALENDAR =
      new MediaType("text", "calendar", StandardCharsets.UTF_8);
  private static final Duration PRINTED_SOON = Duration.ofSeconds(1);

  private final TicketLedger tickets;
  private final IssuedDocuments documents;
  private final Shows shows;
  private final PublicUrl urls;
  private final Clock clock;

  BookingTicketsController(
      TicketLedger tickets, IssuedDocuments documents, Shows shows, PublicUrl urls, Clock clock) {
    this.tickets = tickets;
    this.documents = documents;
    this.shows = shows;
    this.urls = urls;
    this.clock = clock;
  }

  @GetMapping("/tickets")
  ResponseEntity<?> tickets(@PathVariable UUID bookingId, @AuthenticationPrincipal Jwt jwt) {
    var id = new BookingId(bookingId);
    var held = tickets.ofBooking(id, Caller.of(jwt).holders());
    if (held.isEmpty()) {
      return notFound();
    }
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(
            new Tickets(
                held.stream().map(TicketItem::of).toList(),
                urls.ticketPdf(id),
                urls.ticketCalendar(id)));
  }

  @GetMapping("/ticket.pdf")
  ResponseEntity<?> pdf(@PathVariable UUID bookingId, @AuthenticationPrincipal Jwt jwt) {
    return document(
        bookingId,
        jwt,
        link ->
            ResponseEntity.status(HttpStatus.FOUND)
                .location(link)
                .cacheControl(CacheControl.noStore())
                .build());
  }

  /** For scripts in a page, which cannot follow the redirect with a token to another origin. */
  @GetMapping(path = "/ticket.pdf", params = "as=link")
  ResponseEntity<?> pdfLink(@PathVariable UUID bookingId, @AuthenticationPrincipal Jwt jwt) {
    return document(
        bookingId,
        jwt,
        link ->
            ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new DocumentLink(link)));
  }

  private ResponseEntity<?> document(
      UUID bookingId, Jwt jwt, Function<URI, ResponseEntity<?>> answer) {
    return switch (documents.find(new BookingId(bookingId), jwt)) {
      case IssuedDocuments.Printed(URI link) -> answer.apply(link);
      case IssuedDocuments.NotYetPrinted() ->
          notYet("The tickets are being printed; their codes are valid already.");
      case IssuedDocuments.NotYetIssued() -> notYet("The tickets are being issued.");
      case IssuedDocuments.NothingToPrint() -> notFound();
    };
  }

  @GetMapping("/ticket.ics")
  ResponseEntity<?> calendar(@PathVariable UUID bookingId, @AuthenticationPrincipal Jwt jwt) {
    var id = new BookingId(bookingId);
    var held = tickets.ofBooking(id, Caller.of(jwt).holders());
    if (held.isEmpty()) {
      return notFound();
    }
    var show = shows.find(held.getFirst().showId());
    if (show.isEmpty()) {
      return notYet("The show is not known here yet.");
    }
    var entry = new CalendarEntry(id, show.get(), held, urls.ticketPdf(id), clock.instant());
    return ResponseEntity.ok()
        .contentType(CALENDAR)
        .header("Content-Disposition", "attachment; filename=\"show-%s.ics\"".formatted(id))
        .cacheControl(CacheControl.noStore())
        .body(entry.text());
  }

  private static ResponseEntity<?> notYet(String detail) {
    return Problem.of(HttpStatus.SERVICE_UNAVAILABLE, Codes.UNAVAILABLE, detail)
        .retryAfter(PRINTED_SOON)
        .response();
  }

  private static ResponseEntity<?> notFound() {
    return Problem.of(
            HttpStatus.NOT_FOUND, "BOOKING_NOT_FOUND", "There are no tickets of yours here.")
        .response();
  }

  /** Where the document is for a few minutes, without a token. */
  record DocumentLink(URI url) {}

  /** All tickets of a booking, and where they are to print and for the calendar. */
  record Tickets(List<TicketItem> items, URI pdfUrl, URI calendarUrl) {
    Tickets {
      items = List.copyOf(items);
    }
  }

  record TicketItem(
      UUID ticketId,
      UUID seatId,
      String section,
      @Nullable String row,
      String number,
      TicketStatus status,
      String qr) {
    static TicketItem of(Ticket ticket) {
      var seat = ticket.seat();
      return new TicketItem(
          ticket.ticketId().value(),
          seat.seatId().value(),
          seat.section(),
          seat.row(),
          seat.number(),
          ticket.status(),
          ticket.code());
    }
  }
}
