package dev.boxoffice.booking.fakes;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** ticket-service's internal route. */
public final class FakeTickets extends FakeServer {

  private final Set<UUID> inside = ConcurrentHashMap.newKeySet();
  private final Set<UUID> revoked = ConcurrentHashMap.newKeySet();

  public FakeTickets() {
    super(Pattern.compile("/internal/bookings/([^/]+)/(revoke)"));
  }

  /** Somebody has gone in with the ticket of that seat. */
  public void checkIn(UUID seatId) {
    inside.add(seatId);
  }

  public Set<UUID> revoked() {
    return Set.copyOf(revoked);
  }

  @Override
  Reply answer(String call, String id, JsonNode body) {
    if (body.path("reason").asString("").isBlank()) {
      return Reply.no(400, "VALIDATION_FAILED");
    }
    List<UUID> seatIds =
        body.get("seatIds").valueStream().map(seat -> UUID.fromString(seat.asString())).toList();
    if (!body.path("evenIfEntered").asBoolean() && seatIds.stream().anyMatch(inside::contains)) {
      return new Reply(409, Map.of("code", "CHECKED_IN", "seatIds", seatIds));
    }
    revoked.addAll(seatIds);
    return Reply.ok(Map.of("seatIds", seatIds));
  }
}
