package dev.boxoffice.system.race;

import dev.boxoffice.local.stack.Database;
import dev.boxoffice.system.client.Show;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;

/** Waits until nothing about a show is under way any more. */
final class AwaitRest {
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

  /** Each counts something that is still under way. */
  private static final Map<String, String> UNDER_WAY =
      Map.of(
          "holds in force",
          "select count(*) from seat.hold where show_id = ? and status in ('ACTIVE', 'PAYING')",
          "pending bookings",
          """
          select count(*) from booking.booking b
          where b.status = 'PENDING'
            and b.hold_id in (select hold_id from seat.hold where show_id = ?)
          """,
          "running processes",
          "select count(*) from booking.work where cast(? as uuid) is not null",
          "refunds due",
          """
          select count(*) from booking.refund r join booking.booking b using (booking_id)
          where r.status = 'DUE' and b.show_id = ?
          """,
          "running cancellations",
          """
          select count(*) from booking.cancellation c join booking.booking b using (booking_id)
          where c.step in ('REVOKE', 'RETURN') and b.show_id = ?
          """,
          "events not yet sent",
          """
          select (select count(*) from seat.outbox) + (select count(*) from booking.outbox)
          where cast(? as uuid) is not null
          """,
          "tickets not yet issued",
          """
          select count(*) from booking.booking b join booking.booking_seat s using (booking_id)
          where b.show_id = ? and b.status = 'CONFIRMED' and s.cancelled_at is null
            and not exists (select 1 from ticket.ticket t
                            where t.booking_id = s.booking_id and t.seat_id = s.seat_id)
          """);

  private final Database database;
  private final Clock clock;

  AwaitRest(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Returns when all is at rest or the time is over: what is still under way then, and how much.
   */
  Map<String, Long> await(Show show, Duration atMost) throws SQLException {
    Instant deadline = clock.instant().plus(atMost);
    try (Connection connection = database.admin()) {
      while (true) {
        Map<String, Long> underWay = underWay(connection, show);
        if (underWay.isEmpty() || clock.instant().isAfter(deadline)) {
          return underWay;
        }
        LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
      }
    }
  }

  private static Map<String, Long> underWay(Connection connection, Show show) throws SQLException {
    Map<String, Long> found = new TreeMap<>();
    for (Map.Entry<String, String> look : UNDER_WAY.entrySet()) {
      try (PreparedStatement statement = connection.prepareStatement(look.getValue())) {
        statement.setObject(1, show.showId());
        try (ResultSet row = statement.executeQuery()) {
          if (row.next() && row.getLong(1) > 0) {
            found.put(look.getKey(), row.getLong(1));
          }
        }
      }
    }
    return found;
  }
}
