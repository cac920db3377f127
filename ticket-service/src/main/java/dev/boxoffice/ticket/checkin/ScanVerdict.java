package dev.boxoffice.ticket.checkin;

import dev.boxoffice.ticket.TicketId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a scan made offline came to, as it was first answered. */
record ScanVerdict(
    ScanResult result,
    @Nullable TicketId ticketId,
    @Nullable Instant checkedInAt,
    @Nullable String gate) {

  static ScanVerdict of(CheckInOutcome outcome, Scan scan) {
    return switch (outcome) {
      case CheckInOutcome.Admitted(var ticket, var at) ->
          new ScanVerdict(ScanResult.ADMITTED, ticket.ticketId(), at, scan.gate());
      case CheckInOutcome.Invalid() -> new ScanVerdict(ScanResult.INVALID, null, null, null);
      case CheckInOutcome.WrongShow(var ticket) ->
          new ScanVerdict(ScanResult.WRONG_SHOW, ticket.ticketId(), null, null);
      case CheckInOutcome.Cancelled(var ticket) ->
          new ScanVerdict(ScanResult.CANCELLED, ticket.ticketId(), null, null);
      case CheckInOutcome.AlreadyCheckedIn(var ticket, var at, var gate) ->
          new ScanVerdict(ScanResult.ALREADY_CHECKED_IN, ticket.ticketId(), at, gate);
    };
  }
}
