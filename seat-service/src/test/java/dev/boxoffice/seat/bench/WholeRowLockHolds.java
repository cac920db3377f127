package dev.boxoffice.seat.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * {@code SELECT ... FOR UPDATE} again, but writing into the service's own tables what a hold of the
 * service writes: the buyer's limit, the seats and their history, the hold and its items. One
 * transaction a hold, as without batches.
 */
final class WholeRowLockHolds implements Contender {
  private static final int HOLD_SECONDS = 600;

  private static final String RAISE =
      """
      insert into buyer_seats as b (show_id, user_id, n) values (?, ?, ?)
      on conflict (show_id, user_id) do update set n = b.n + excluded.n
      where b.n + excluded.n <= (select seats_per_user_max from show_sale where show_id = ?)
      """;

  private static final String LOCK =
      """
      select status from seat_state
      where show_id = ? and seat_id = any(?) order by seat_id for update
      """;

  private static final String HOLD_SEATS =
      """
      with changed as (
        update seat_state
        set status = 'HELD', hold_id = ?, hold_expires_at = now() + make_interval(secs => ?),
            version = version + 1
        where show_id = ? and seat_id = any(?)
        returning show_id, seat_id, hold_id, version)
      insert into seat_event (show_id, seat_id, hold_id, version, from_status, to_status)
      select show_id, seat_id, hold_id, version, 'AVAILABLE', 'HELD' from changed
      """;

  private static final String ITEMS =
      """
      insert into hold_seat (hold_id, seat_id, price)
      select ?, s.seat_id, c.price
      from seats s join section c on c.show_id = s.show_id and c.section_id = s.section_id
      where s.show_id = ? and s.seat_id = any(?)
      """;

  private static final String HOLD =
      """
      insert into hold (hold_id, show_id, user_id, status, expires_at, seat_count, total_amount,
        currency, created_at)
      select ?, show_id, ?, 'ACTIVE', now() + make_interval(secs => ?), ?,
        (select sum(price) from hold_seat where hold_id = ?), currency, now()
      from show_sale where show_id = ? and status = 'OPEN'
      """;

  private final DataSource pool;
  private final Tables tables;
  private final Users users;

  WholeRowLockHolds(DataSource pool, Tables tables, Users users) {
    this.pool = pool;
    this.tables = tables;
    this.users = users;
  }

  @Override
  public void prepare(Lot lot) {
    tables.fillOurs(lot);
  }

  @Override
  public Client client() {
    return this::hold;
  }

  private Answer hold(Show show, int user, int[] seats) {
    UUID showId = show.showId();
    String name = users.name(user);
    try (Connection connection = pool.getConnection()) {
      connection.setAutoCommit(false);
      Object seatIds = connection.createArrayOf("uuid", show.seats(seats));
      change(connection, RAISE, 1, showId, name, seats.length, showId);
      if (!lockIfFree(connection, showId, seatIds, seats.length)) {
        connection.rollback();
        return Answer.REFUSED;
      }
      UUID holdId = UUID.randomUUID();
      change(connection, HOLD_SEATS, seats.length, holdId, HOLD_SECONDS, showId, seatIds);
      change(connection, ITEMS, seats.length, holdId, showId, seatIds);
      change(connection, HOLD, 1, holdId, name, HOLD_SECONDS, seats.length, holdId, showId);
      connection.commit();
      return Answer.GRANTED;
    } catch (SQLException e) {
      return Failures.note(e);
    }
  }

  private static boolean lockIfFree(Connection connection, UUID showId, Object seatIds, int wanted)
      throws SQLException {
    try (PreparedStatement select = prepared(connection, LOCK, showId, seatIds);
        ResultSet rows = select.executeQuery()) {
      int free = 0;
      while (rows.next()) {
        free += rows.getString(1).equals("AVAILABLE") ? 1 : 0;
      }
      return free == wanted;
    }
  }

  private static void change(Connection connection, String sql, int rows, Object... values)
      throws SQLException {
    try (PreparedStatement statement = prepared(connection, sql, values)) {
      int changed = statement.executeUpdate();
      if (changed != rows) {
        throw new IllegalStateException(changed + " rows instead of " + rows + " by " + sql);
      }
    }
  }

  private static PreparedStatement prepared(Connection connection, String sql, Object... values)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int n = 0; n < values.length; n++) {
      statement.setObject(n + 1, values[n]);
    }
    return statement;
  }
}
