package dev.boxoffice.ticket.checkin;

import dev.boxoffice.ticket.issuing.Ticket;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a scanner shows, as JSON: each result with its own fields. */
sealed interface DoorAnswer {

  ScanResult result();

  /** Where the person sits, and since when they are in. */
  record Admitted(
      ScanResult result,
      UUID ticketId,
      UUID showId,
      String section,
      @Nullable String row,
      String number,
      Instant checkedInAt)
      implements DoorAnswer {}

  /** When and where somebody went in with this ticket. */
  record AlreadyCheckedIn(
      ScanResult result,
      UUID ticketId,
      UUID showId,
      String section,
      @Nullable String row,
      String number,
      Instant checkedInAt,
      @Nullable String gate)
      implements DoorAnswer {}

  /** A genuine ticket that does not open this door. */
  record Refused(ScanResult result, UUID ticketId, UUID showId) implements DoorAnswer {}

  /** Not a ticket of ours. */
  record Unknown(ScanResult result) implements DoorAnswer {}

  static DoorAnswer of(CheckInOutcome outcome) {
    return switch (outcome) {
      case CheckInOutcome.Admitted(Ticket ticket, Instant at) -> {
        var seat = ticket.seat();
        yield new Admitted(
            ScanResult.ADMITTED,
            ticket.ticketId().value(),
            ticket.showId().value(),
            seat.section(),
            seat.row(),
            seat.number(),
            at);
      }
      case CheckInOutcome.AlreadyCheckedIn(Ticket ticket, Instant at, var gate) -> {
        var seat = ticket.seat();
        yield new AlreadyCheckedIn(
            ScanResult.ALREADY_CHECKED_IN,
            ticket.ticketId().value(),
            ticket.showId().value(),
            seat.section(),
            seat.row(),
            seat.number(),
            at,
            gate);
      }
      case CheckInOutcome.Cancelled(var ticket) -> refused(ScanResult.CANCELLED, ticket);
      case CheckInOutcome.WrongShow(var ticket) -> refused(ScanResult.WRONG_SHOW, ticket);
      case CheckInOutcome.Invalid() -> new Unknown(ScanResult.INVALID);
    };
  }

  private static DoorAnswer refused(ScanResult result, Ticket ticket) {
    return new Refused(result, ticket.ticketId().value(), ticket.showId().value());
  }
}
