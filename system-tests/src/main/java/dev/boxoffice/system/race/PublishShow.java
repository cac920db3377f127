package dev.boxoffice.system.race;

import dev.boxoffice.local.launcher.Program;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Puts a small show on sale. */
final class PublishShow {
  static final int LIMIT = 6;
  private static final Duration OPENS_WITHIN = Duration.ofMinutes(2);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
  private static final double SPACING = 25;

  private final Arena arena;
  private final Http http;
  private final Clock clock;

  PublishShow(Arena arena, Http http, Clock clock) {
    this.arena = arena;
    this.http = http;
    this.clock = clock;
  }

  /** Returns when its seats are for sale at every instance. */
  Show publish(int rows, int seatsPerRow) {
    try {
      return publishNow(rows, seatsPerRow);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Show publishNow(int rows, int seatsPerRow) throws IOException {
    Instant showTime = clock.instant().plus(Duration.ofDays(3));
    String venueId =
        post(
            "/v1/venues",
            Map.of(
                "name", "Race house",
                "city", "Mumbai",
                "timezone", "Asia/Kolkata",
                "plan", plan(rows, seatsPerRow)),
            "venueId");
    String eventId =
        post(
            "/v1/events",
            Map.of(
                "title",
                "A race",
                "category",
                "theater",
                "venueId",
                venueId,
                "startDate",
                showTime.toString().substring(0, 10)),
            "eventId");
    String showId =
        post(
            "/v1/events/" + eventId + "/shows",
            Map.of(
                "showTime",
                showTime.toString(),
                "currency",
                "INR",
                "queue",
                "OFF",
                "seatsPerUserMax",
                LIMIT,
                "prices",
                Map.of("Stalls", 150_000)),
            "showId");
    return awaitSeats(UUID.fromString(eventId), UUID.fromString(showId), rows * seatsPerRow);
  }

  private String post(String path, Map<String, ?> body, String answerField) throws IOException {
    String organiser = arena.system().tokens().mint("olga", "ORGANISER");
    return http.send("POST", arena.service(Program.EVENT, path), organiser, body, Map.of())
        .expect(201)
        .json()
        .required(answerField)
        .asString();
  }

  private Show awaitSeats(UUID eventId, UUID showId, int expected) throws IOException {
    Instant deadline = clock.instant().plus(OPENS_WITHIN);
    List<UUID> seatIds = List.of();
    for (int instance = 0; instance < Arena.INSTANCES; instance++) {
      seatIds = seatIds(instance, eventId, showId);
      while (seatIds.size() != expected) {
        if (clock.instant().isAfter(deadline)) {
          throw new IllegalStateException("show " + showId + " does not open");
        }
        LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        seatIds = seatIds(instance, eventId, showId);
      }
    }
    return new Show(eventId, showId, seatIds, LIMIT);
  }

  private List<UUID> seatIds(int instance, UUID eventId, UUID showId) throws IOException {
    @Nullable JsonNode map =
        ReadShown.map(http, arena.seat(instance, ReadShown.path(eventId, showId)));
    if (map == null) {
      return List.of();
    }
    return ReadShown.seats(map)
        .map(seat -> UUID.fromString(seat.required("seatId").asString()))
        .toList();
  }

  private static Map<String, Object> plan(int rows, int seatsPerRow) {
    List<Map<String, Object>> allRows = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      List<Map<String, Object>> seats = new ArrayList<>();
      for (int seat = 0; seat < seatsPerRow; seat++) {
        seats.add(
            Map.of(
                "seat_number", Integer.toString(seat + 1),
                "seat_guid", "row-" + row + "-" + seat,
                "uuid", UUID.randomUUID().toString(),
                "position", Map.of("x", seat * SPACING, "y", 0),
                "category", "Stalls"));
      }
      allRows.add(
          Map.of(
              "row_number", Character.toString((char) ('A' + row)),
              "position", Map.of("x", 0, "y", row * SPACING),
              "seats", seats));
    }
    return Map.of(
        "name", "Race house",
        "size", Map.of("width", seatsPerRow * SPACING, "height", rows * SPACING),
        "categories", List.of(Map.of("name", "Stalls", "color", "#3366AA")),
        "zones",
            List.of(
                Map.of(
                    "name",
                    "Stalls",
                    "position",
                    Map.of("x", 0, "y", 0),
                    "rows",
                    allRows,
                    "areas",
                    List.of())));
  }
}
