package dev.boxoffice.booking.show;

import dev.boxoffice.booking.ShowId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes the table {@code show}. */
@Repository
class ShowLedger {

  private final JdbcClient jdbc;

  ShowLedger(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void describe(ShowId show, String organiserId, String title, Instant showTime, String currency) {
    jdbc.sql(
            """
            insert into show (show_id, organiser_id, title, show_time, currency)
            values (:showId, :organiserId, :title, :showTime, :currency)
            on conflict (show_id) do update
            set organiser_id = excluded.organiser_id, title = excluded.title,
                show_time = excluded.show_time, currency = excluded.currency
            """)
        .param("showId", show.value())
        .param("organiserId", organiserId)
        .param("title", title)
        .param("showTime", showTime.atOffset(ZoneOffset.UTC))
        .param("currency", currency)
        .update();
  }

  void cancel(ShowId show, Instant at) {
    jdbc.sql(
            """
            insert into show (show_id, cancelled_at)
            values (:showId, :at)
            on conflict (show_id) do update
            set cancelled_at = coalesce(show.cancelled_at, excluded.cancelled_at)
            """)
        .param("showId", show.value())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }

  @Nullable Show find(ShowId show) {
    return jdbc.sql("select * from show where show_id = :showId")
        .param("showId", show.value())
        .query(ShowLedger::show)
        .optional()
        .orElse(null);
  }

  private static Show show(ResultSet row, int index) throws SQLException {
    return new Show(
        new ShowId(row.getObject("show_id", UUID.class)),
        row.getString("organiser_id"),
        row.getString("title"),
        instant(row, "show_time"),
        row.getString("currency"),
        instant(row, "cancelled_at"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
