package dev.boxoffice.system.seatmap;

import dev.boxoffice.local.launcher.LocalSystem;
import dev.boxoffice.local.launcher.PortPlan;
import dev.boxoffice.local.launcher.Program;
import dev.boxoffice.local.launcher.StateDir;
import dev.boxoffice.local.stack.Database;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the bench runs against: the gateway and the services that make and show a show. */
final class MapSystem implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Set<Program> LEFT_OUT =
      Set.of(Program.S3, Program.PAYMENTS, Program.BOOKING, Program.QUEUE, Program.TICKET);

  /** Of the edge: it counts as always, and refuses nobody. */
  private static final String RATE_LIMIT = "10000000";

  private static final Duration OPENS_WITHIN = Duration.ofMinutes(2);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

  private final LocalSystem system;
  private final Web web = new Web();
  private final Clock clock;

  private MapSystem(LocalSystem system, Clock clock) {
    this.system = system;
    this.clock = clock;
  }

  static MapSystem start(Path folder, Clock clock) {
    StateDir state = StateDir.at(folder);
    if (state.exists()) {
      state.wipe();
    }
    return new MapSystem(
        LocalSystem.startWithout(
            LEFT_OUT,
            state,
            PortPlan.free(),
            Map.of(
                "BOXOFFICE_EDGE_ADDRESSCALLS_ATONCE",
                RATE_LIMIT,
                "BOXOFFICE_EDGE_ADDRESSCALLS_PERSECOND",
                RATE_LIMIT)),
        clock);
  }

  /** A show and where its map is. */
  record PublishedShow(int seats, String eventId, String showId, String seatId) {
    String path(Form form) {
      String map = "/v1/events/" + eventId + "/shows/" + showId + "/seats";
      return switch (form) {
        case FULL, NOT_MODIFIED -> map;
        case SECTIONS -> map + "?view=sections";
        case AVAILABILITY -> "/v1/shows/" + showId + "/availability";
      };
    }
  }

  /** Puts a house of so many seats on sale; returns when its map can be read. */
  PublishedShow publish(int seats) {
    Instant showTime = clock.instant().plus(Duration.ofDays(30));
    String venueId =
        post(
            "/v1/venues",
            "venueId",
            Map.of(
                "name",
                "House of " + seats,
                "city",
                "Mumbai",
                "timezone",
                "Asia/Kolkata",
                "plan",
                RoundHouse.plan(seats)));
    String day = showTime.toString().substring(0, 10);
    String eventId =
        post(
            "/v1/events",
            "eventId",
            Map.of(
                "title",
                "An evening",
                "category",
                "concerts",
                "venueId",
                venueId,
                "startDate",
                day));
    Map<String, Object> terms =
        Map.of(
            "showTime",
            showTime.toString(),
            "currency",
            "INR",
            "queue",
            "OFF",
            "prices",
            Map.of(RoundHouse.CATEGORY, 150_000));
    String showId = post("/v1/events/" + eventId + "/shows", "showId", terms);
    return new PublishedShow(seats, eventId, showId, firstSeat(eventId, showId));
  }

  private String post(String path, String field, Map<String, ?> body) {
    String organiser = system.tokens().mint("olga", "ORGANISER");
    return web.post(address(Program.EVENT).resolve(path), organiser, body)
        .required(field)
        .asString();
  }

  /** Returns when there are seats. */
  private String firstSeat(String eventId, String showId) {
    Instant deadline = clock.instant().plus(OPENS_WITHIN);
    URI map =
        address(Program.SEAT).resolve("/v1/events/" + eventId + "/shows/" + showId + "/seats");
    while (clock.instant().isBefore(deadline)) {
      var answer = web.get(map, Map.of());
      if (answer.statusCode() == 200) {
        JsonNode seats =
            JSON.readTree(answer.body()).required("sections").path(0).required("seats");
        return seats.path(0).required("seatId").asString();
      }
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
    }
    throw new IllegalStateException("show " + showId + " does not open");
  }

  /** Changes the show's map: somebody holds a seat. */
  String hold(PublishedShow show, String user) {
    return web.post(
            address(Program.SEAT).resolve("/v1/bookings/hold"),
            system.tokens().mint(user),
            Map.of("showId", show.showId(), "seatIds", List.of(show.seatId())))
        .required("holdId")
        .asString();
  }

  URI address(Program program) {
    return URI.create("http://127.0.0.1:" + system.ports().of(program));
  }

  /** How many transactions Postgres has carried out so far; a query of its own is one. */
  long queries() {
    Database database =
        new Database(
            "127.0.0.1",
            system.ports().of(Program.POSTGRES),
            system.secrets().postgresAdminPassword());
    try (Connection admin = database.admin();
        Statement statement = admin.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select sum(xact_commit + xact_rollback)::bigint from pg_stat_database")) {
      if (!row.next()) {
        throw new IllegalStateException("no statistics");
      }
      return row.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException("cannot count queries", e);
    }
  }

  @Override
  public void close() {
    system.close();
  }
}
