package dev.boxoffice.event.search;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Writes a catalogue of many events straight into the tables, and takes it out again. */
final class GeneratedCatalogue {
  private static final int EVENTS_PER_VENUE = 125;
  private static final int VENUES_MIN = 40;

  private GeneratedCatalogue() {}

  static void write(Connection connection, int events) throws SQLException {
    int venues = Math.max(VENUES_MIN, events / EVENTS_PER_VENUE);
    run(
        connection,
        text()
            .replace("{events}", Integer.toString(events))
            .replace("{venues}", Integer.toString(venues)));
  }

  /** What the planner knows, and which pages everybody sees: as after a night's vacuum. */
  static void settle(Connection connection) throws SQLException {
    run(connection, "vacuum analyze events");
    run(connection, "vacuum analyze shows");
    run(connection, "vacuum analyze show_sales");
    run(connection, "vacuum analyze listings");
    run(connection, "vacuum analyze vocabulary");
  }

  static void remove(Connection connection) throws SQLException {
    run(
        connection,
        """
        delete from show_sales where show_id in (select s.show_id from shows s
          join events e using (event_id) where e.organiser_id = 'generator');
        delete from shows where event_id in
          (select event_id from events where organiser_id = 'generator');
        delete from events where organiser_id = 'generator';
        delete from venues where organiser_id = 'generator';
        """);
    settle(connection);
  }

  static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      boolean rows = statement.execute(sql);
      while (rows || statement.getUpdateCount() >= 0) {
        rows = statement.getMoreResults();
      }
    }
  }

  private static String text() {
    try (InputStream file =
        GeneratedCatalogue.class.getResourceAsStream("/catalogue/generate.sql")) {
      if (file == null) {
        throw new IllegalStateException("no catalogue/generate.sql");
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
