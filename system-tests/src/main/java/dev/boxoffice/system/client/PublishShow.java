package dev.boxoffice.system.client;

import dev.boxoffice.local.launcher.TokenMint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/** Puts a show on sale. */
public final class PublishShow {
  public static final int LIMIT = 6;
  public static final String CATEGORY = "Stalls";

  private static final Duration OPENS_WITHIN = Duration.ofMinutes(2);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
  private static final double SPACING = 25;
  private static final int NOT_FOUND = 404;

  private final Http http;
  private final URI events;
  private final List<URI> seats;
  private final TokenMint tokens;
  private final Clock clock;

  /**
   * For these services, or for the gateway in front of them.
   *
   * @param seats where the seats are to be for sale
   */
  public PublishShow(Http http, URI events, List<URI> seats, TokenMint tokens, Clock clock) {
    this.http = http;
    this.events = events;
    this.seats = List.copyOf(seats);
    this.tokens = tokens;
    this.clock = clock;
  }

  /** Returns when its seats are for sale everywhere. */
  public Show publish(int rows, int seatsPerRow) {
    return publish(plan(rows, seatsPerRow), rows * seatsPerRow);
  }

  /**
   * The same for a house of one's own.
   *
   * @param plan with so many seats, all of {@link #CATEGORY}
   */
  public Show publish(Map<String, Object> plan, int seatCount) {
    try {
      return publishNow(plan, seatCount);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Show publishNow(Map<String, Object> plan, int seatCount) throws IOException {
    Instant showTime = clock.instant().plus(Duration.ofDays(3));
    String venueId =
        post(
            "/v1/venues",
            Map.of(
                "name", "A house",
                "city", "Mumbai",
                "timezone", "Asia/Kolkata",
                "plan", plan),
            "venueId");
    String eventId =
        post(
            "/v1/events",
            Map.of(
                "title",
                "A show",
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
                Map.of(CATEGORY, 150_000)),
            "showId");
    return awaitSeats(UUID.fromString(eventId), UUID.fromString(showId), seatCount);
  }

  private String post(String path, Map<String, ?> body, String answerField) throws IOException {
    String organiser = tokens.mint("olga", "ORGANISER");
    return http.send("POST", events.resolve(path), organiser, body, Map.of())
        .expect(201)
        .json()
        .required(answerField)
        .asString();
  }

  private Show awaitSeats(UUID eventId, UUID showId, int expected) throws IOException {
    Instant deadline = clock.instant().plus(OPENS_WITHIN);
    List<UUID> seatIds = List.of();
    for (URI place : seats) {
      seatIds = seatIds(place, eventId, showId);
      while (seatIds.size() != expected) {
        if (clock.instant().isAfter(deadline)) {
          throw new IllegalStateException("show " + showId + " does not open");
        }
        LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        seatIds = seatIds(place, eventId, showId);
      }
    }
    return new Show(eventId, showId, seatIds, LIMIT);
  }

  /** None while there is no such show. */
  private List<UUID> seatIds(URI place, UUID eventId, UUID showId) throws IOException {
    Http.Answer answer =
        http.get(place.resolve("/v1/events/" + eventId + "/shows/" + showId + "/seats"), null);
    if (answer.status() == NOT_FOUND) {
      return List.of();
    }
    return answer
        .expect(200)
        .json()
        .required("sections")
        .valueStream()
        .flatMap(section -> section.required("seats").valueStream())
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
                "category", CATEGORY));
      }
      allRows.add(
          Map.of(
              "row_number",
              "R" + (row + 1),
              "position",
              Map.of("x", 0, "y", row * SPACING),
              "seats",
              seats));
    }
    return Map.of(
        "name", "A house",
        "size", Map.of("width", seatsPerRow * SPACING, "height", rows * SPACING),
        "categories", List.of(Map.of("name", CATEGORY, "color", "#3366AA")),
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
