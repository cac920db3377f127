package dev.boxoffice.system.seatmap;

import dev.boxoffice.local.launcher.LocalSystem;
import dev.boxoffice.local.launcher.PortPlan;
import dev.boxoffice.local.launcher.Program;
import dev.boxoffice.local.launcher.StateDir;
import dev.boxoffice.system.client.Http;
import dev.boxoffice.system.client.NoLimits;
import dev.boxoffice.system.client.PublishShow;
import dev.boxoffice.system.client.Show;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the bench runs against: the gateway and the services that make and show a show. */
final class MapSystem implements AutoCloseable {
  private static final Set<Program> LEFT_OUT =
      Set.of(Program.S3, Program.PAYMENTS, Program.BOOKING, Program.QUEUE, Program.TICKET);

  private final LocalSystem system;
  private final Http http = new Http();
  private final Clock clock;

  private MapSystem(LocalSystem system, Clock clock) {
    this.system = system;
    this.clock = clock;
  }

  static MapSystem start(Path folder, Clock clock) {
    StateDir state = StateDir.emptied(folder);
    return new MapSystem(
        LocalSystem.startWithout(LEFT_OUT, state, PortPlan.free(), NoLimits.environment()), clock);
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
    Show show =
        new PublishShow(
                http,
                address(Program.EVENT),
                List.of(address(Program.SEAT)),
                system.tokens(),
                clock)
            .publish(RoundHouse.plan(seats), seats);
    return new PublishedShow(
        seats,
        show.eventId().toString(),
        show.showId().toString(),
        show.seatIds().getFirst().toString());
  }

  /** Changes the show's map: somebody holds a seat. */
  String hold(PublishedShow show, String user) {
    try {
      return http.send(
              "POST",
              address(Program.SEAT).resolve("/v1/bookings/hold"),
              system.tokens().mint(user),
              Map.of("showId", show.showId(), "seatIds", List.of(show.seatId())),
              Map.of())
          .expect(201)
          .json()
          .required("holdId")
          .asString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  URI address(Program program) {
    return URI.create("http://127.0.0.1:" + system.ports().of(program));
  }

  /** How many transactions Postgres has carried out so far; a query of its own is one. */
  long queries() {
    try (Connection admin = system.database().admin();
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
