package dev.boxoffice.seat.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import javax.sql.DataSource;

/** The database alone: lock the seats' rows, look whether all are free, change them. */
final class RowLockHolds implements Contender {
  private static final int HOLD_SECONDS = 600;

  private static final String LOCK =
      """
      select status from bench.seats
      where show_id = ? and seat_id = any(?) order by seat_id for update
      """;

  private static final String HOLD =
      """
      update bench.seats
      set status = 'HELD', hold_id = ?, hold_expires_at = ?, version = version + 1
      where show_id = ? and seat_id = any(?)
      """;

  private final DataSource pool;
  private final Tables tables;

  RowLockHolds(DataSource pool, Tables tables) {
    this.pool = pool;
    this.tables = tables;
  }

  @Override
  public void prepare(Lot lot) {
    tables.fillPlain(lot);
  }

  @Override
  public Client client() {
    return this::hold;
  }

  private Answer hold(Show show, int user, int[] seats) {
    try (Connection connection = pool.getConnection()) {
      connection.setAutoCommit(false);
      UUID[] seatIds = show.seats(seats);
      if (!lockIfFree(connection, show, seatIds)) {
        connection.rollback();
        return Answer.REFUSED;
      }
      try (PreparedStatement update = connection.prepareStatement(HOLD)) {
        update.setObject(1, UUID.randomUUID());
        update.setObject(2, Instant.now().plusSeconds(HOLD_SECONDS).atOffset(ZoneOffset.UTC));
        update.setObject(3, show.showId());
        update.setArray(4, connection.createArrayOf("uuid", seatIds));
        if (update.executeUpdate() != seatIds.length) {
          throw new IllegalStateException("locked seats have gone");
        }
      }
      connection.commit();
      return Answer.GRANTED;
    } catch (SQLException e) {
      return Failures.note(e);
    }
  }

  private static boolean lockIfFree(Connection connection, Show show, UUID[] seats)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(LOCK)) {
      select.setObject(1, show.showId());
      select.setArray(2, connection.createArrayOf("uuid", seats));
      int free = 0;
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          free += rows.getString(1).equals("AVAILABLE") ? 1 : 0;
        }
      }
      return free == seats.length;
    }
  }
}
