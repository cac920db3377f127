package dev.boxoffice.booking.tickets;

import dev.boxoffice.booking.BookingId;
import dev.boxoffice.booking.PeerCalls;
import dev.boxoffice.booking.SeatId;
import dev.boxoffice.booking.ServiceSettings;
import dev.boxoffice.defaults.client.ServiceClients;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** ticket-service as a cancellation sees it; the same call again answers the same. */
@Component
public class TicketClient {

  private static final String NAME = "ticket-service";

  private final PeerCalls tickets;

  TicketClient(ServiceClients clients, ServiceSettings settings, JsonMapper json) {
    var http = clients.restClient(NAME, settings.ticket(), settings.answerWithin());
    this.tickets = new PeerCalls(NAME, http, json);
  }

  /** Revokes the tickets of these seats, all or none. */
  public RevokeAnswer revoke(BookingId booking, Collection<SeatId> seatIds, String reason) {
    var answer =
        tickets.post(
            "/internal/bookings/{bookingId}/revoke",
            new RevokeRequest(seatIds.stream().map(SeatId::value).toList(), reason),
            booking);
    return switch (answer.refusal()) {
      case null -> new RevokeAnswer.Revoked();
      case "CHECKED_IN" -> new RevokeAnswer.CheckedIn();
      default -> throw answer.unexpected();
    };
  }

  private record RevokeRequest(List<UUID> seatIds, String reason) {}
}
