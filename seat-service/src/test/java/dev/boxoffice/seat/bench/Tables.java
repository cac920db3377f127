package dev.boxoffice.seat.bench;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Empties the tables that holds are written to, and Redis, and fills the former with free seats;
 * each contender finds the same before it.
 */
final class Tables {
  private static final String EMPTY_OURS =
      """
      truncate show_sale, section, seats, seat_state, hold, hold_seat, buyer_seats, seat_event,
        idempotent_request
      """;

  private static final String SHOW =
      """
      insert into show_sale (show_id, event_id, venue_id, event_title, venue_name, timezone,
        layout_hash, show_time, currency, prices, seats_per_user_max, queue, allow_orphan_seats,
        dynamic_pricing, status, seat_id_base, total_seats, opened_at)
      values (?, gen_random_uuid(), gen_random_uuid(), 'A show', 'A hall', 'UTC', 'bench',
        now() + interval '30 days', 'INR', '{"A": 150000}', 1000000, 'OFF', true, false, 'OPEN',
        ?, ?, now())
      """;

  private static final String SECTION =
      """
      insert into section (show_id, section_id, position, name, zone, price_category, price,
        general_admission, first_seat_index, seat_count)
      values (?, ?, 0, 'Stalls', 'Hall', 'A', 150000, false, 0, ?)
      """;

  private static final String SEATS =
      """
      insert into seats (show_id, seat_id, section_id, seat_index, x, y, left_index, right_index,
        accessible, companion, restricted_view, row_label, seat_number, block)
      select ?, cast(? || lpad(to_hex(i), 8, '0') as uuid), ?, i, i % 100, i / 100, null, null,
        false, false, false, 'R' || i / 100, (i % 100 + 1)::text, null
      from generate_series(0, ? - 1) i
      """;

  private static final String STATES =
      "insert into seat_state (show_id, seat_id) select show_id, seat_id from seats";

  /** With the keys and indexes that the textbook gives it. */
  private static final String PLAIN =
      """
      create table if not exists bench.seats (
        seat_id uuid primary key,
        show_id uuid not null,
        section_id varchar(50) not null,
        row_label varchar(10) not null,
        seat_number int not null,
        price_cents int not null,
        status varchar(20) default 'AVAILABLE',
        hold_id uuid,
        hold_expires_at timestamptz,
        booking_id uuid,
        version int default 0,
        unique (show_id, section_id, row_label, seat_number));
      create index if not exists seats_show_status on bench.seats (show_id, status);
      create index if not exists seats_hold_expiry on bench.seats (hold_expires_at)
        where status = 'HELD';
      truncate bench.seats
      """;

  private static final String PLAIN_SEATS =
      """
      insert into bench.seats (seat_id, show_id, section_id, row_label, seat_number, price_cents)
      select cast(? || lpad(to_hex(i), 8, '0') as uuid), ?, 'Stalls', 'R' || i / 100, i % 100 + 1,
        150000
      from generate_series(0, ? - 1) i
      """;

  private static final String DEADLOCK = "40P01";
  private static final int ATTEMPTS_MAX = 5;

  private final Connection connection;
  private final RedisClient redis;

  Tables(Connection connection, RedisClient redis) {
    this.connection = connection;
    this.redis = redis;
  }

  void fillOurs(Lot lot) {
    try {
      emptyOurs();
      for (Show show : lot.shows()) {
        update(SHOW, show.showId(), show.base().value(), show.seats());
        update(SECTION, show.showId(), show.showId(), show.seats());
        update(SEATS, show.showId(), show.seatPrefix(), show.showId(), show.seats());
      }
      execute(STATES);
      execute("analyze show_sale, section, seats, seat_state");
      flushRedis();
    } catch (SQLException e) {
      throw new IllegalStateException("cannot prepare shows", e);
    }
  }

  /**
   * The service looks for holds to end meanwhile, and locks some of the tables in another order.
   */
  private void emptyOurs() throws SQLException {
    for (int attempt = 1; ; attempt++) {
      try {
        execute(EMPTY_OURS);
        return;
      } catch (SQLException e) {
        if (!DEADLOCK.equals(e.getSQLState()) || attempt == ATTEMPTS_MAX) {
          throw e;
        }
      }
    }
  }

  void fillPlain(Lot lot) {
    try {
      execute(PLAIN);
      for (Show show : lot.shows()) {
        update(PLAIN_SEATS, show.seatPrefix(), show.showId(), show.seats());
      }
      execute("analyze bench.seats");
      flushRedis();
    } catch (SQLException e) {
      throw new IllegalStateException("cannot prepare plain seats", e);
    }
  }

  /** How far the write-ahead log has come, in bytes. */
  long walPosition() {
    return number("select pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::bigint");
  }

  /** How many holds the lot has got. */
  long holds() {
    return number("select count(*) from hold");
  }

  private long number(String sql) {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      if (!row.next()) {
        throw new IllegalStateException("nothing from " + sql);
      }
      return row.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException("no answer to " + sql, e);
    }
  }

  private void flushRedis() {
    try (StatefulRedisConnection<String, String> flushing = redis.connect()) {
      String answer = flushing.sync().flushdb();
      if (!answer.equals("OK")) {
        throw new IllegalStateException("FLUSHDB: " + answer);
      }
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      boolean rows = statement.execute(sql);
      if (rows) {
        throw new IllegalStateException("rows from " + sql);
      }
    }
  }

  private void update(String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int n = 0; n < values.length; n++) {
        statement.setObject(n + 1, values[n]);
      }
      if (statement.executeUpdate() < 1) {
        throw new IllegalStateException("no rows from " + sql);
      }
    }
  }
}
