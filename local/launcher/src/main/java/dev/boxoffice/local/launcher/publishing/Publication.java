package dev.boxoffice.local.launcher.publishing;

import dev.boxoffice.local.stack.StackException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;

/** The steps from a seating plan to a show that sells, each told as it happens. */
public record Publication(Organiser client, PrintStream out) {

  private static final Duration OPEN_WITHIN = Duration.ofMinutes(2);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

  /** The venue with its sections. */
  public JsonNode venue(String name, String city, ZoneId timezone, PlanFile plan) {
    long since = begin("sending the plan");
    JsonNode place =
        client.create(
            "/v1/venues",
            Map.of(
                "name", name, "city", city, "timezone", timezone.getId(), "plan", plan.content()));
    out.printf(
        "venue   %s  %d places in %d sections, in %s%n",
        place.path("venueId").asString(),
        place.path("totalSeats").asInt(),
        place.path("sections").size(),
        Elapsed.since(since));
    return place;
  }

  public String event(String title, String category, String venueId, LocalDate startDate) {
    String eventId =
        client
            .create(
                "/v1/events",
                Map.of(
                    "title",
                    title,
                    "category",
                    category,
                    "venueId",
                    venueId,
                    "startDate",
                    startDate.toString()))
            .path("eventId")
            .asString();
    out.printf("event   %s  %s%n", eventId, title);
    return eventId;
  }

  /** Returns when the show is open. */
  public void show(String eventId, Map<String, ?> wanted) {
    long since = begin("making the seats");
    String shows = "/v1/events/" + eventId + "/shows";
    JsonNode published = client.create(shows, wanted);
    String showId = published.path("showId").asString();
    JsonNode open = awaitOpen(shows, showId);
    out.printf(
        "show    %s  at %s, OPEN with %d seats after %s%n",
        showId,
        open.path("showTime").asString(),
        open.path("totalSeats").asInt(),
        Elapsed.since(since));
  }

  private long begin(String what) {
    out.println(what + " ...");
    return System.nanoTime();
  }

  private JsonNode awaitOpen(String shows, String showId) {
    long deadline = System.nanoTime() + OPEN_WITHIN.toNanos();
    String status = "unknown";
    while (System.nanoTime() < deadline) {
      for (JsonNode show : client.read(shows).path("items")) {
        if (show.path("showId").asString().equals(showId)) {
          status = show.path("status").asString();
          if (!status.equals("PREPARING")) {
            return requireOpen(show);
          }
        }
      }
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
    }
    throw new StackException(
        "show %s is %s after %d s, not OPEN; see ./boxoffice logs seat-service"
            .formatted(showId, status, OPEN_WITHIN.toSeconds()));
  }

  private static JsonNode requireOpen(JsonNode show) {
    String status = show.path("status").asString();
    if (!status.equals("OPEN")) {
      throw new StackException(
          "the show is published but %s: its time is %s"
              .formatted(status, show.path("showTime").asString()));
    }
    return show;
  }
}
