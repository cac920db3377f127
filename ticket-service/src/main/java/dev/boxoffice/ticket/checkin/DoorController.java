package dev.boxoffice.ticket.checkin;

import dev.boxoffice.defaults.problem.Problem;
import dev.boxoffice.ticket.BookingId;
import dev.boxoffice.ticket.ShowId;
import dev.boxoffice.ticket.TicketId;
import dev.boxoffice.ticket.code.PublicKeys;
import dev.boxoffice.ticket.issuing.Caller;
import dev.boxoffice.ticket.issuing.Ticket;
import dev.boxoffice.ticket.issuing.TicketRegister;
import dev.boxoffice.ticket.issuing.TicketStatus;
import dev.boxoffice.ticket.show.Shows;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the people at the door need besides scanning. */
@RestController
@RequestMapping("/v1/check-in")
class DoorController {

  private final TicketRegister tickets;
  private final Shows shows;
  private final PublicKeys publicKeys;
  private final UndoCheckIn undoCheckIn;
  private final Clock clock;

  DoorController(
      TicketRegister tickets,
      Shows shows,
      PublicKeys publicKeys,
      UndoCheckIn undoCheckIn,
      Clock clock) {
    this.tickets = tickets;
    this.shows = shows;
    this.publicKeys = publicKeys;
    this.undoCheckIn = undoCheckIn;
    this.clock = clock;
  }

  @GetMapping("/shows/{showId}/manifest")
  ResponseEntity<?> manifest(@PathVariable UUID showId) {
    var id = new ShowId(showId);
    if (shows.find(id).isEmpty()) {
      return Problem.of(HttpStatus.NOT_FOUND, "SHOW_NOT_FOUND", "There is no such show.")
          .response();
    }
    var cancelled = tickets.cancelledOf(id).stream().map(TicketId::value).toList();
    return ResponseEntity.ok(new Manifest(showId, clock.instant(), publicKeys.keys(), cancelled));
  }

  @GetMapping("/bookings/{bookingId}")
  ResponseEntity<?> booking(@PathVariable UUID bookingId) {
    var found = tickets.ofBooking(new BookingId(bookingId));
    if (found.isEmpty()) {
      return Problem.of(
              HttpStatus.NOT_FOUND, "BOOKING_NOT_FOUND", "No tickets were issued for this booking.")
          .response();
    }
    return ResponseEntity.ok(
        new BookingAtTheDoor(
            bookingId,
            found.getFirst().showId().value(),
            found.stream().map(TicketAtTheDoor::of).toList()));
  }

  @PostMapping("/{ticketId}/undo")
  ResponseEntity<?> undo(
      @PathVariable UUID ticketId,
      @Valid @RequestBody Undo body,
      @AuthenticationPrincipal Jwt jwt) {
    return switch (undoCheckIn.undo(
        new TicketId(ticketId), Caller.of(jwt).subject(), body.reason())) {
      case UndoOutcome.Undone(var undone) ->
          ResponseEntity.ok(new Undone(undone.value(), TicketStatus.ISSUED));
      case UndoOutcome.NotFound() ->
          Problem.of(HttpStatus.NOT_FOUND, "TICKET_NOT_FOUND", "There is no such ticket.")
              .response();
      case UndoOutcome.NotCheckedIn() ->
          Problem.of(HttpStatus.CONFLICT, "NOT_CHECKED_IN", "Nobody went in with this ticket.")
              .response();
    };
  }

  record Undo(@NotBlank @Size(max = 500) String reason) {}

  record Undone(UUID ticketId, TicketStatus status) {}

  /** What a scanner needs to decide by itself, as of this moment. */
  record Manifest(
      UUID showId, Instant createdAt, List<Map<String, String>> keys, List<UUID> cancelledTickets) {
    Manifest {
      keys = List.copyOf(keys);
      cancelledTickets = List.copyOf(cancelledTickets);
    }
  }

  record BookingAtTheDoor(UUID bookingId, UUID showId, List<TicketAtTheDoor> items) {
    BookingAtTheDoor {
      items = List.copyOf(items);
    }
  }

  record TicketAtTheDoor(
      UUID ticketId,
      UUID seatId,
      String section,
      @Nullable String row,
      String number,
      TicketStatus status,
      @Nullable Instant checkedInAt,
      @Nullable String gate) {
    static TicketAtTheDoor of(Ticket ticket) {
      var seat = ticket.seat();
      return new TicketAtTheDoor(
          ticket.ticketId().value(),
          seat.seatId().value(),
          seat.section(),
          seat.row(),
          seat.number(),
          ticket.status(),
          ticket.checkedInAt(),
          ticket.gate());
    }
  }
}
