package dev.boxoffice.local.launcher;

import dev.boxoffice.local.launcher.programme.ImportProgramme;
import dev.boxoffice.local.launcher.programme.Terms;
import dev.boxoffice.local.launcher.publishing.Organiser;
import dev.boxoffice.local.launcher.publishing.PlanFile;
import dev.boxoffice.local.launcher.publishing.PriceList;
import dev.boxoffice.local.launcher.publishing.Publication;
import dev.boxoffice.local.launcher.publishing.ShowTime;
import dev.boxoffice.local.stack.StackException;
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
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Publishes a venue and a show from a plan file, as an organiser would over HTTP. */
@Command(
    name = "import",
    description = {
      "Publishes a venue and a show from a seating plan in the open pretix JSON,",
      "or with --programme the venues, events and shows of an orchestra's season."
    },
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

  /** What a programme says itself. */
  private static final List<String> OF_ONE_SHOW =
      List.of("--city", "--venue", "--timezone", "--title", "--category", "--show-time");

  /** In minor units, where prices are a scale. */
  private static final long CHEAPEST = 50_000;

  private static final long CHEAPEST_CONCERT = 3_500;

  @Option(
      names = "--plan",
      paramLabel = "FILE",
      description = "The plan; with --programme that of every venue, else each gets its own.")
  private @Nullable Path plan;

  @Option(
      names = "--programme",
      paramLabel = "FILE",
      description =
          "Programmes and concerts in the New York Philharmonic's JSON; dates are moved into the"
              + " future by whole years, and what is there from an earlier import is skipped.")
  private @Nullable Path programme;

  @Option(names = "--season", description = "Of a programme, only this, e.g. 2024-25.")
  private @Nullable String season;

  @Option(names = "--city", description = "Where the plan's venue is.")
  private @Nullable String city;

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

  @Option(names = "--currency", description = "ISO 4217 (INR; USD for a programme).")
  private @Nullable String currency;

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

  @Spec private CommandSpec command = CommandSpec.create();

  private final PrintStream out = System.out;
  private final Clock clock = Clock.systemUTC();

  @Override
  public Integer call() {
    StateDir state = Launcher.state();
    PortPlan ports = state.ports();
    String token =
        TokenMint.of(ports.url(Program.ISSUER), LocalSecrets.issuerKeyOf(state))
            .mint(organiser, TokenCommand.Role.ORGANISER.name());
    try (Organiser client = new Organiser(ports.url(Program.GATEWAY), token)) {
      if (programme != null) {
        importProgramme(client, programme);
      } else if (plan != null && city != null) {
        importPlan(client, plan, city);
      } else {
        throw new StackException(
            "import what? Say --plan FILE and --city NAME, or --programme FILE");
      }
    }
    return 0;
  }

  private void importProgramme(Organiser client, Path file) {
    for (String option : OF_ONE_SHOW) {
      if (command.commandLine().getParseResult().hasMatchedOption(option)) {
        throw new StackException(option + " is for a single show; a programme says it itself");
      }
    }
    if (plan == null && !prices.isEmpty()) {
      throw new StackException("--price is for the categories of a --plan; say --default-price");
    }
    PriceList list = new PriceList(prices, defaultPrice, CHEAPEST_CONCERT);
    PlanFile planFile = plan == null ? null : PlanFile.read(plan);
    String money = currency == null ? "USD" : currency;
    new ImportProgramme(client, out)
        .run(file, season, new Terms(planFile, list, money, queue.name()), clock.instant());
  }

  private void importPlan(Organiser client, Path path, String town) {
    // Everything that can be wrong with what was typed, before anything is published.
    PlanFile file = PlanFile.read(path);
    Map<String, Long> amounts = new PriceList(prices, defaultPrice, CHEAPEST).of(file.categories());
    Instant time = ShowTime.of(showTime == null ? usualShowTime() : showTime, timezone);
    String name = venue == null ? nameOf(file, path) : venue;
    String money = currency == null ? "INR" : currency;

    out.printf(
        "%s: %d numbered seats, %d categories%n",
        path.getFileName(), file.seats(), file.categories().size());
    Publication publication = new Publication(client, out);
    JsonNode place = publication.venue(name, town, timezone, file);
    publishShow(publication, place, name, time, money, amounts);
    out.println("Imported:");
    for (JsonNode section : place.path("sections")) {
      out.printf(
          "  %6d places  %s, at %d %s%n",
          section.path("totalSeats").asInt(),
          section.path("name").asString(),
          amounts.getOrDefault(section.path("priceCategory").asString(), 0L),
          money);
    }
    out.println("Skipped:");
    List<String> skipped = file.skipped();
    (skipped.isEmpty() ? List.of("nothing") : skipped).forEach(line -> out.println("  " + line));
  }

  private void publishShow(
      Publication publication,
      JsonNode place,
      String name,
      Instant time,
      String money,
      Map<String, Long> amounts) {
    String eventId =
        publication.event(
            title == null ? "An evening at " + name : title,
            category,
            place.path("venueId").asString(),
            time.atZone(timezone).toLocalDate());
    publication.show(
        eventId,
        Map.of(
            "showTime",
            time.toString(),
            "currency",
            money,
            "prices",
            amounts,
            "queue",
            queue.name()));
  }

  private static String nameOf(PlanFile file, Path path) {
    return file.name().isBlank() ? "Venue of " + path.getFileName() : file.name();
  }

  private String usualShowTime() {
    return LocalDateTime.ofInstant(clock.instant(), timezone)
        .toLocalDate()
        .plusDays(USUAL_DAYS_AHEAD)
        .atTime(USUAL_HOUR, USUAL_MINUTE)
        .toString();
  }
}
