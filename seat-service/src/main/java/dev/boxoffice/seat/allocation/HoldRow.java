package dev.boxoffice.seat.allocation;

import dev.boxoffice.seat.allocation.hold.BookingId;
import dev.boxoffice.seat.allocation.hold.HoldId;
import dev.boxoffice.seat.allocation.hold.HoldRecord;
import dev.boxoffice.seat.allocation.hold.HoldStatus;
import dev.boxoffice.seat.allocation.hold.UserId;
import dev.boxoffice.seat.sale.ShowId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.UUID;

/** A row of {@code hold} as a record; whether its time has passed is the database's to say. */
final class HoldRow {
  static final String COLUMNS =
      """
      hold_id, show_id, user_id, status, expires_at, expires_at <= now() as due, booking_id,
      greatest(0, extract(epoch from expires_at - now()) * 1000)::bigint as millis_left,
      attempt, extensions, seat_count, currency, booked_at
      """;

  private HoldRow() {}

  static HoldRecord read(ResultSet rs) throws SQLException {
    UUID bookingId = rs.getObject("booking_id", UUID.class);
    OffsetDateTime bookedAt = rs.getObject("booked_at", OffsetDateTime.class);
    return new HoldRecord(
        new HoldId(rs.getObject("hold_id", UUID.class)),
        new ShowId(rs.getObject("show_id", UUID.class)),
        new UserId(rs.getString("user_id")),
        HoldStatus.valueOf(rs.getString("status")),
        rs.getBoolean("due"),
        rs.getObject("expires_at", OffsetDateTime.class).toInstant(),
        Duration.ofMillis(rs.getLong("millis_left")),
        bookingId == null ? null : new BookingId(bookingId),
        rs.getInt("attempt"),
        rs.getInt("extensions"),
        rs.getInt("seat_count"),
        Currency.getInstance(rs.getString("currency")),
        bookedAt == null ? null : bookedAt.toInstant());
  }
}
