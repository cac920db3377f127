package dev.boxoffice.local.launcher;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
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

  private static final int USUAL_DAYS_AHEAD = 14;
  private static final int USUAL_HOUR = 19;
  private static final int USUAL_MINUTE = 30;

  /** What a show may do about a crowd. */
  enum Queue {
    OFF,
    AUTO,
    ON
  }

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
      paramLabel = "TIME",
      description =
          "Where the venue is, e.g. 2030-05-31T19:30, or with an offset, e.g."
              + " 2030-05-31T14:00:00Z; an evening in two weeks if not given.")
  private @Nullable String showTime;

  @Option(names = "--currency", description = "ISO 4217 (${DEFAULT-VALUE}).")
  private String currency = "INR";

  @Option(
      names = "--price",
      paramLabel = "CATEGORY=AMOUNT",
      description = "In minor units, for each category that is not to have the usual price.")
  private Map<String, Long> prices = new TreeMap<>();

  @Option(
      names = "--default-price",
      paramLabel = "AMOUNT",
      description =
          "For categories without --price; without it, a scale: the first is the dearest.")
  private @Nullable Long defaultPrice;

  @Option(names = "--queue", description = "The waiting room: OFF, AUTO, ON (${DEFAULT-VALUE}).")
  private Queue queue = Queue.AUTO;

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
    // Everything that can be wrong with what was typed, before anything is published.
    PlanFile file = PlanFile.read(plan);
    Map<String, Long> amounts = new PriceList(prices, defaultPrice).of(file.categories());
    Instant time = ShowTime.of(showTime == null ? usualShowTime() : showTime, timezone);

    out.printf(
        "%s: %d numbered seats, %d categories%n",
        plan.getFileName(), file.seats(), file.categories().size());
    try (Organiser client = new Organiser(ports.url(Program.GATEWAY), token)) {
      publish(new Publication(client, out), file, amounts, time);
    }
    out.println("Skipped:");
    List<String> skipped = file.skipped();
    (skipped.isEmpty() ? List.of("nothing") : skipped).forEach(line -> out.println("  " + line));
    return 0;
  }

  private void publish(
      Publication publication, PlanFile file, Map<String, Long> amounts, Instant time) {
    String venueName = venue == null ? nameOf(file) : venue;
    JsonNode place = publication.venue(venueName, city, timezone, file);
    String eventId =
        publication.event(
            title == null ? "An evening at " + venueName : title,
            category,
            place.path("venueId").asString(),
            time.atZone(timezone).toLocalDate());
    publication.show(
        eventId,
        Map.of(
            "showTime",
            time.toString(),
            "currency",
            currency,
            "prices",
            amounts,
            "queue",
            queue.name()));
    out.println("Imported:");
    for (JsonNode section : place.path("sections")) {
      out.printf(
          "  %6d places  %s, at %d %s%n",
          section.path("totalSeats").asInt(),
          section.path("name").asString(),
          amounts.getOrDefault(section.path("priceCategory").asString(), 0L),
          currency);
    }
  }

  private String nameOf(PlanFile file) {
    return file.name().isBlank() ? "Venue of " + plan.getFileName() : file.name();
  }

  private String usualShowTime() {
    return LocalDateTime.ofInstant(clock.instant(), timezone)
        .toLocalDate()
        .plusDays(USUAL_DAYS_AHEAD)
        .atTime(USUAL_HOUR, USUAL_MINUTE)
        .toString();
  }
}
