package dev.boxoffice.ticket;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What ticket-service tells others, keyed by booking; {@code contracts/events} has the schemas. */
public final class TicketEvents {

  public static final String TOPIC = "ticket.ticket";
  public static final String ISSUED = "ticket.ticket.issued";
  public static final String REVOKED = "ticket.ticket.revoked";
  public static final String TRANSFERRED = "ticket.ticket.transferred";
  public static final String CHECKED_IN = "ticket.ticket.checked-in";
  public static final String CHECK_IN_UNDONE = "ticket.ticket.check-in-undone";

  private TicketEvents() {}

  /** A booking's tickets are printed and lie at {@code ticketUrl}. */
  public record Issued(
      UUID bookingId, UUID showId, List<UUID> ticketIds, URI ticketUrl, Instant issuedAt) {
    public Issued {
      ticketIds = List.copyOf(ticketIds);
    }
  }

  /** These tickets let nobody in any more. */
  public record Revoked(UUID bookingId, UUID showId, List<UUID> ticketIds, List<UUID> seatIds) {
    public Revoked {
      ticketIds = List.copyOf(ticketIds);
      seatIds = List.copyOf(seatIds);
    }
  }

  /** A ticket was handed on: another took its place. */
  public record Transferred(
      UUID bookingId, UUID showId, UUID seatId, UUID ticketId, UUID newTicketId) {}

  /** Somebody went in. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record CheckedIn(
      UUID ticketId,
      UUID bookingId,
      UUID showId,
      UUID seatId,
      @Nullable String gate,
      Instant checkedInAt) {}

  /** A check-in was a mistake; the ticket lets somebody in again. */
  public record CheckInUndone(
      UUID ticketId, UUID bookingId, UUID showId, UUID seatId, Instant undoneAt) {}
}
