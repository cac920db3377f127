package dev.boxoffice.system.stream;

import dev.boxoffice.local.launcher.LocalSystem;
import dev.boxoffice.local.launcher.PortPlan;
import dev.boxoffice.local.launcher.Program;
import dev.boxoffice.local.launcher.StateDir;
import dev.boxoffice.local.launcher.publishing.AwaitOpen;
import dev.boxoffice.local.launcher.publishing.Catalogue;
import dev.boxoffice.local.launcher.publishing.EventListing;
import dev.boxoffice.local.launcher.publishing.Organiser;
import dev.boxoffice.local.launcher.publishing.PublishListings;
import dev.boxoffice.local.launcher.publishing.ShowListing;
import dev.boxoffice.local.launcher.publishing.VenueListing;
import dev.boxoffice.local.stack.Database;
import dev.boxoffice.local.stack.LocalProcess;
import dev.boxoffice.local.stack.Ports;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Instances of seat-service without a gateway, what they need, and one show. */
final class StreamSystem implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int SEATS_PER_ROW = 100;
  private static final double SPACING = 25;
  private static final Duration STOP_WITHIN = Duration.ofSeconds(15);

  private final LocalSystem system;
  private final List<Integer> ports;
  private final List<LocalProcess> instances;

  private StreamSystem(LocalSystem system, List<Integer> ports, List<LocalProcess> instances) {
    this.system = system;
    this.ports = List.copyOf(ports);
    this.instances = List.copyOf(instances);
  }

  /**
   * Starts everything, with a show that has at least so many seats.
   *
   * @param folder for the state, without that of an earlier one; its logs stay
   */
  static StreamSystem start(Path folder, int count) {
    StateDir state = StateDir.at(folder);
    if (state.exists()) {
      state.wipe();
    }
    Set<Program> leftOut =
        Set.of(
            Program.S3,
            Program.PAYMENTS,
            Program.SEAT,
            Program.BOOKING,
            Program.QUEUE,
            Program.TICKET,
            Program.GATEWAY);
    LocalSystem system = LocalSystem.startWithout(leftOut, state, PortPlan.free(), environment());
    List<Integer> ports = IntStream.range(0, count).mapToObj(_ -> Ports.free()).toList();
    List<LocalProcess> instances = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      instances.add(
          system.startInstance(Program.SEAT, "seat-service-" + (i + 1), ports.get(i), Map.of()));
    }
    return new StreamSystem(system, ports, instances);
  }

  /** Everybody comes from one address here, and holds as fast as the bench wants it. */
  private static Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>();
    for (String who : List.of("GUARD_USER", "GUARD_ADDRESS", "GUARD_DEVICE")) {
      environment.put("BOXOFFICE_" + who + "_ATONCE", "1000000");
      environment.put("BOXOFFICE_" + who + "_PERSECOND", "1000000");
    }
    // None expires while something is measured.
    environment.put("BOXOFFICE_SEAT_HOLDFOR", "PT2H");
    return environment;
  }

  /** Puts a show on sale, after which the catalogue is not needed any more. */
  Show publish(int seats) {
    URI catalogue = system.ports().url(Program.EVENT);
    String eventId;
    Show show;
    try (Organiser olga = new Organiser(catalogue, system.tokens().mint("olga", "ORGANISER"))) {
      eventId =
          new PublishListings(olga, line -> {})
              .publish(List.of(listing(seats)), new Catalogue(Map.of(), Map.of()))
              .eventIds()
              .getFirst();
      var _ = new AwaitOpen(olga, line -> {}).await(List.of(eventId));
      show = Show.read(catalogue, instance(0), eventId);
    }
    system.kill(Program.EVENT);
    return show;
  }

  private static EventListing listing(int seats) {
    ShowListing show =
        new ShowListing(
            Clock.systemUTC().instant().plus(Duration.ofDays(30)).truncatedTo(ChronoUnit.HOURS),
            Map.of("currency", "INR", "queue", "OFF", "prices", Map.of("Stalls", 150_000)));
    VenueListing venue =
        new VenueListing("A hall", "Mumbai", ZoneId.of("Asia/Kolkata"), () -> plan(seats));
    return new EventListing("bench", "A show", "", "concerts", venue, Map.of(), List.of(show));
  }

  private static JsonNode plan(int seats) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (int row = 0; row < Math.ceilDiv(seats, SEATS_PER_ROW); row++) {
      rows.add(
          Map.of(
              "row_number",
              Integer.toString(row + 1),
              "position",
              Map.of("x", 0, "y", row * SPACING),
              "seats",
              IntStream.range(0, SEATS_PER_ROW).mapToObj(StreamSystem::seat).toList()));
    }
    return JSON.valueToTree(
        Map.of(
            "name", "A hall",
            "size", Map.of("width", SEATS_PER_ROW * SPACING, "height", rows.size() * SPACING),
            "categories", List.of(Map.of("name", "Stalls", "color", "#3366AA")),
            "zones",
                List.of(
                    Map.of(
                        "name",
                        "Stalls",
                        "position",
                        Map.of("x", 0, "y", 0),
                        "rows",
                        rows,
                        "areas",
                        List.of()))));
  }

  private static Map<String, Object> seat(int number) {
    String id = UUID.randomUUID().toString();
    return Map.of(
        "seat_number",
        Integer.toString(number + 1),
        "seat_guid",
        id,
        "uuid",
        id,
        "position",
        Map.of("x", number * SPACING, "y", 0),
        "category",
        "Stalls");
  }

  URI instance(int number) {
    return URI.create("http://127.0.0.1:" + ports.get(number));
  }

  List<Integer> ports() {
    return ports;
  }

  List<Long> pids() {
    return instances.stream().map(LocalProcess::pid).toList();
  }

  String token(String user) {
    return system.tokens().mint(user);
  }

  /** When each seat that is held was so, by the database, in microseconds of the epoch. */
  Map<Integer, Long> heldAt(Show show) {
    Database database =
        new Database(
            "127.0.0.1",
            system.ports().of(Program.POSTGRES),
            system.secrets().postgresAdminPassword());
    try (Connection admin = database.admin();
        PreparedStatement query =
            admin.prepareStatement(
                "select seat_id, at from seat.seat_event where show_id = ? and to_status ="
                    + " 'HELD'")) {
      query.setObject(1, show.showId());
      Map<Integer, Long> heldAt = new HashMap<>();
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          UUID seatId = rows.getObject("seat_id", UUID.class);
          OffsetDateTime at = rows.getObject("at", OffsetDateTime.class);
          heldAt.put(Show.index(seatId), ChronoUnit.MICROS.between(Instant.EPOCH, at.toInstant()));
        }
      }
      return heldAt;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    instances.forEach(instance -> instance.stop(STOP_WITHIN));
    system.close();
  }
}
