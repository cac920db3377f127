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
    return ask(booking, new RevokeRequest(values(seatIds), reason, false));
  }

  /** Revokes them whoever went in with one, which cannot be refused. */
  public void revokeEvenIfEntered(BookingId booking, Collection<SeatId> seatIds, String reason) {
    if (ask(booking, new RevokeRequest(values(seatIds), reason, true))
        instanceof RevokeAnswer.CheckedIn) {
      throw new IllegalStateException(NAME + " does not revoke tickets of booking " + booking);
    }
  }

  private RevokeAnswer ask(BookingId booking, RevokeRequest request) {
    var answer = tickets.post("/internal/bookings/{bookingId}/revoke", request, booking);
    return switch (answer.refusal()) {
      case null -> new RevokeAnswer.Revoked();
      case "CHECKED_IN" -> new RevokeAnswer.CheckedIn();
      default -> throw answer.unexpected();
    };
  }

  private static List<UUID> values(Collection<SeatId> seatIds) {
    return seatIds.stream().map(SeatId::value).toList();
  }

  private record RevokeRequest(List<UUID> seatIds, String reason, boolean evenIfEntered) {}
}
