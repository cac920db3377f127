package dev.boxoffice.local.launcher;

import dev.boxoffice.local.stack.StackException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** Publishes a venue and a show from a plan file, as an organiser would over HTTP. */
@Command(
    name = "import",
    description = "Publishes a venue and a show from a seating plan in the open pretix JSON.",
    mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {

  private static final Duration OPEN_WITHIN = Duration.ofMinutes(2);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
  private static final int CHEAPEST_MINOR_UNITS = 50_000;
  private static final int USUAL_DAYS_AHEAD = 14;
  private static final int USUAL_HOUR = 19;

  @Option(names = "--plan", required = true, paramLabel = "FILE", description = "The plan.")
  private Path plan = Path.of("");

  @Option(names = "--city", required = true, description = "Where the venue is.")
  private String city = "";

  @Option(names = "--venue", description = "The venue's name; the plan's if not given.")
  private @Nullable String venue;

  @Option(names = "--timezone", description = "The venue's (${DEFAULT-VALUE}).")
  private ZoneId timezone = ZoneId.of("Asia/Kolkata");

  @Option(names = "--title", description = "The event's; made from the venue's name if not given.")
  private @Nullable String title;

  @Option(names = "--category", description = "movies, concerts, sports, theater (the default).")
  private String category = "theater";

  @Option(
      names = "--show-time",
      description = "Local, e.g. 2030-05-31T19:30; an evening in two weeks if not given.")
  private @Nullable LocalDateTime showTime;

  @Option(names = "--currency", description = "ISO 4217 (${DEFAULT-VALUE}).")
  private String currency = "INR";

  @Option(
      names = "--price",
      paramLabel = "CATEGORY=AMOUNT",
      description = "In minor units, for each category; a scale of prices where not given.")
  private Map<String, Long> prices = new TreeMap<>();

  @Option(names = "--as", description = "The organiser (${DEFAULT-VALUE}).")
  private String organiser = "olga";

  private final PrintStream out = System.out;
  private final Clock clock = Clock.systemUTC();

  @Override
  public Integer call() {
    StateDir state = Launcher.state();
    PortPlan ports = state.ports();
    String token =
        TokenMint.of(ports.url(Program.ISSUER), LocalSecrets.issuerKeyOf(state))
            .mint(organiser, TokenCommand.Role.ORGANISER.name());
    PlanFile file = PlanFile.read(plan);
    out.printf(
        "%s: %d numbered seats, %d categories%n",
        plan.getFileName(), file.seats(), file.categories().size());
    try (Organiser client = new Organiser(ports.url(Program.GATEWAY), token)) {
      publish(client, file);
    }
    out.println("Skipped:");
    List<String> skipped = file.skipped();
    (skipped.isEmpty() ? List.of("nothing") : skipped).forEach(line -> out.println("  " + line));
    return 0;
  }

  private void publish(Organiser client, PlanFile file) {
    String venueName = venue == null ? nameOf(file) : venue;
    long since = System.nanoTime();
    JsonNode place =
        client.create(
            "/v1/venues",
            Map.of(
                "name",
                venueName,
                "city",
                city,
                "timezone",
                timezone.getId(),
                "plan",
                file.content()));
    out.printf(
        "venue   %s  %d places in %d sections, in %s%n",
        place.path("venueId").asString(),
        place.path("totalSeats").asInt(),
        place.path("sections").size(),
        Line.seconds(since));
    LocalDateTime time = showTime == null ? usualShowTime() : showTime;
    String eventId =
        client
            .create(
                "/v1/events",
                Map.of(
                    "title",
                    title == null ? "An evening at " + venueName : title,
                    "category",
                    category,
                    "venueId",
                    place.path("venueId").asString(),
                    "startDate",
                    time.toLocalDate().toString()))
            .path("eventId")
            .asString();
    out.printf("event   %s%n", eventId);
    since = System.nanoTime();
    Instant instant = time.atZone(timezone).toInstant();
    JsonNode show =
        client.create(
            "/v1/events/" + eventId + "/shows",
            Map.of("showTime", instant.toString(), "currency", currency, "prices", prices(file)));
    String showId = show.path("showId").asString();
    JsonNode open = awaitOpen(client, eventId, showId);
    out.printf(
        "show    %s  on %s, OPEN with %d seats after %s%n",
        showId, time, open.path("totalSeats").asInt(), Line.seconds(since));
  }

  private JsonNode awaitOpen(Organiser client, String eventId, String showId) {
    long deadline = System.nanoTime() + OPEN_WITHIN.toNanos();
    while (System.nanoTime() < deadline) {
      for (JsonNode show : client.read("/v1/events/" + eventId + "/shows").path("items")) {
        if (show.path("showId").asString().equals(showId)
            && show.path("status").asString().equals("OPEN")) {
          return show;
        }
      }
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
    }
    throw new StackException(
        "show %s is not OPEN after %d s; see ./boxoffice logs seat-service"
            .formatted(showId, OPEN_WITHIN.toSeconds()));
  }

  private String nameOf(PlanFile file) {
    return file.name().isBlank() ? "Venue of " + plan.getFileName() : file.name();
  }

  private LocalDateTime usualShowTime() {
    return LocalDateTime.ofInstant(clock.instant(), timezone)
        .toLocalDate()
        .plusDays(USUAL_DAYS_AHEAD)
        .atTime(USUAL_HOUR, 30);
  }

  /** The plan's first category is its best, as plans go. */
  private Map<String, Long> prices(PlanFile file) {
    Map<String, Long> all = new LinkedHashMap<>();
    List<String> categories = file.categories();
    for (int i = 0; i < categories.size(); i++) {
      all.put(categories.get(i), (long) CHEAPEST_MINOR_UNITS * (categories.size() - i));
    }
    all.putAll(prices);
    return all;
  }
}
