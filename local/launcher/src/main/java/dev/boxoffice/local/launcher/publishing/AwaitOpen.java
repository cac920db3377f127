package dev.boxoffice.local.launcher.publishing;

import dev.boxoffice.local.stack.StackException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** Waits until the seats of published shows are made. */
public final class AwaitOpen {

  /** How long one event's shows may take; those of the others are made meanwhile. */
  private static final Duration OPEN_WITHIN = Duration.ofMinutes(2);

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
  private static final int SHOWS_A_LINE = 50;

  private final Organiser client;
  private final Consumer<String> progress;

  public AwaitOpen(Organiser client, Consumer<String> progress) {
    this.client = client;
    this.progress = progress;
  }

  /** What is open. */
  public record Opened(int shows, long seats) {}

  /** Event by event, in the order in which they were published. */
  public Opened await(List<String> eventIds) {
    int shows = 0;
    long seats = 0;
    for (String eventId : eventIds) {
      for (JsonNode show : await(eventId)) {
        seats += show.path("totalSeats").asLong();
        shows++;
        if (shows % SHOWS_A_LINE == 0) {
          progress.accept("%d shows are open, with %,d places".formatted(shows, seats));
        }
      }
    }
    return new Opened(shows, seats);
  }

  private JsonNode await(String eventId) {
    String path = "/v1/events/" + eventId + "/shows?limit=100";
    long deadline = System.nanoTime() + OPEN_WITHIN.toNanos();
    while (System.nanoTime() < deadline) {
      JsonNode shows = client.read(path).path("items");
      if (shows.valueStream().noneMatch(show -> is(show, "PREPARING"))) {
        return shows;
      }
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
    }
    throw new StackException(
        "event %s has shows that are still PREPARING after %d s; see ./boxoffice logs seat-service"
            .formatted(eventId, OPEN_WITHIN.toSeconds()));
  }

  private static boolean is(JsonNode show, String status) {
    return show.path("status").asString().equals(status);
  }
}
