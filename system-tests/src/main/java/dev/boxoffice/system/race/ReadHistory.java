package dev.boxoffice.system.race;

import dev.boxoffice.local.stack.Database;
import dev.boxoffice.system.client.Show;
import dev.boxoffice.system.race.history.Account;
import dev.boxoffice.system.race.history.BookingRecord;
import dev.boxoffice.system.race.history.History;
import dev.boxoffice.system.race.history.HoldRecord;
import dev.boxoffice.system.race.history.Operation;
import dev.boxoffice.system.race.history.SeatEvent;
import dev.boxoffice.system.race.history.SeatRecord;
import dev.boxoffice.system.race.history.SeatStatus;
import dev.boxoffice.system.race.history.Shown;
import dev.boxoffice.system.race.history.Ticket;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads everything on record about a show, as of one moment, past all services and proxies. */
public final class ReadHistory {
  private static final String EVENTS =
      """
      select seat_id, version, hold_id, booking_id, from_status, to_status, at
      from seat.seat_event where show_id = ?
      """;

  private static final String SEATS =
      """
      select seat_id, version, status, hold_id, booking_id from seat.seat_state where show_id = ?
      """;

  private static final String HOLDS =
      """
      select h.hold_id, h.user_id, h.status, h.seat_count, h.booking_id, h.expires_at, h.booked_at,
             array(select s.seat_id from seat.hold_seat s where s.hold_id = h.hold_id) as seat_ids
      from seat.hold h where h.show_id = ?
      """;

  private static final String BUYERS = "select user_id, n from seat.buyer_seats where show_id = ?";

  private static final String BOOKINGS =
      """
      select b.booking_id, b.hold_id, b.user_id, b.status, coalesce(b.total_amount, 0) as total,
             array(select s.seat_id from booking.booking_seat s
                   where s.booking_id = b.booking_id and s.cancelled_at is null) as seat_ids,
             (select coalesce(sum(r.amount), 0) from booking.refund r
              where r.booking_id = b.booking_id) as refund_due
      from booking.booking b
      where b.hold_id in (select hold_id from seat.hold where show_id = ?)
      """;

  private static final String TICKETS =
      "select booking_id, seat_id from ticket.ticket where show_id = ? and status <> 'CANCELLED'";

  private final Database database;

  public ReadHistory(Database database) {
    this.database = database;
  }

  /** The rows alone, while everything goes on. */
  public History now(Show show) throws SQLException {
    return read(show, List.of(), List.of(), List.of());
  }

  /** The rows beside what the clients, the provider and the screens say. */
  History read(Show show, List<Operation> operations, List<Account> accounts, List<Shown> shown)
      throws SQLException {
    try (Connection connection = database.admin()) {
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      connection.setReadOnly(true);
      connection.setAutoCommit(false);
      UUID id = show.showId();
      List<BookingRecord> bookings = rows(connection, BOOKINGS, id, ReadHistory::booking);
      Set<UUID> ours = bookings.stream().map(BookingRecord::bookingId).collect(Collectors.toSet());
      return new History(
          show.limit(),
          operations,
          rows(connection, EVENTS, id, ReadHistory::event),
          rows(connection, SEATS, id, ReadHistory::seat),
          rows(connection, HOLDS, id, ReadHistory::hold),
          counts(connection, id),
          bookings,
          accounts.stream().filter(account -> ours.contains(account.bookingId())).toList(),
          rows(connection, TICKETS, id, ReadHistory::ticket),
          shown);
    }
  }

  @FunctionalInterface
  private interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  private static <T> List<T> rows(
      Connection connection, String sql, UUID showId, RowReader<T> reader) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setObject(1, showId);
      List<T> all = new ArrayList<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          all.add(reader.read(row));
        }
      }
      return all;
    }
  }

  private record Count(String buyer, int seats) {}

  private static Map<String, Integer> counts(Connection connection, UUID showId)
      throws SQLException {
    return rows(connection, BUYERS, showId, r -> new Count(r.getString("user_id"), r.getInt("n")))
        .stream()
        .collect(Collectors.toMap(Count::buyer, Count::seats));
  }

  private static SeatEvent event(ResultSet row) throws SQLException {
    return new SeatEvent(
        uuid(row, "seat_id"),
        row.getInt("version"),
        uuid(row, "hold_id"),
        row.getObject("booking_id", UUID.class),
        SeatStatus.valueOf(row.getString("from_status")),
        SeatStatus.valueOf(row.getString("to_status")),
        time(row, "at"));
  }

  private static SeatRecord seat(ResultSet row) throws SQLException {
    return new SeatRecord(
        uuid(row, "seat_id"),
        row.getInt("version"),
        SeatStatus.valueOf(row.getString("status")),
        row.getObject("hold_id", UUID.class),
        row.getObject("booking_id", UUID.class));
  }

  private static HoldRecord hold(ResultSet row) throws SQLException {
    return new HoldRecord(
        uuid(row, "hold_id"),
        row.getString("user_id"),
        HoldRecord.Status.valueOf(row.getString("status")),
        seatIds(row),
        row.getInt("seat_count"),
        row.getObject("booking_id", UUID.class),
        time(row, "expires_at"),
        row.getObject("booked_at") == null ? null : time(row, "booked_at"));
  }

  private static BookingRecord booking(ResultSet row) throws SQLException {
    return new BookingRecord(
        uuid(row, "booking_id"),
        uuid(row, "hold_id"),
        row.getString("user_id"),
        BookingRecord.Status.valueOf(row.getString("status")),
        seatIds(row),
        row.getLong("total"),
        row.getLong("refund_due"));
  }

  private static Ticket ticket(ResultSet row) throws SQLException {
    return new Ticket(uuid(row, "booking_id"), uuid(row, "seat_id"));
  }

  private static UUID uuid(ResultSet row, String column) throws SQLException {
    @Nullable UUID value = row.getObject(column, UUID.class);
    if (value == null) {
      throw new SQLException("no " + column);
    }
    return value;
  }

  private static Instant time(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static Set<UUID> seatIds(ResultSet row) throws SQLException {
    Array ids = row.getArray("seat_ids");
    return Stream.of((UUID[]) ids.getArray()).collect(Collectors.toSet());
  }
}
