package dev.boxoffice.ticket.show;

import dev.boxoffice.ticket.ShowId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code show_facts}. */
@Component
class ShowLedger {

  private final JdbcClient jdbc;

  ShowLedger(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<ShowFacts> find(ShowId showId) {
    return jdbc.sql(
            """
            select show_id, title, venue_name, city, timezone, show_time, cancelled_at
            from show_facts
            where show_id = :showId
            """)
        .param("showId", showId.value())
        .query((row, _) -> facts(row))
        .optional();
  }

  /** A cancelled show stays cancelled, whatever order its events are replayed in. */
  void keep(ShowFacts show) {
    int written =
        jdbc.sql(
                """
                insert into show_facts
                  (show_id, title, venue_name, city, timezone, show_time)
                values (:showId, :title, :venueName, :city, :timezone, :showTime)
                on conflict (show_id) do update set
                  title = excluded.title,
                  venue_name = excluded.venue_name,
                  city = excluded.city,
                  timezone = excluded.timezone,
                  show_time = excluded.show_time
                """)
            .param("showId", show.showId().value())
            .param("title", show.title())
            .param("venueName", show.venueName())
            .param("city", show.city())
            .param("timezone", show.timezone().getId())
            .param("showTime", show.showTime().atOffset(ZoneOffset.UTC))
            .update();
    if (written != 1) {
      throw new IllegalStateException("show %s was not kept".formatted(show.showId()));
    }
  }

  /** False if the show is unknown or was cancelled before. */
  boolean cancel(ShowId showId, Instant at) {
    return jdbc.sql(
                """
                update show_facts set cancelled_at = :at
                where show_id = :showId and cancelled_at is null
                """)
            .param("showId", showId.value())
            .param("at", at.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  private static ShowFacts facts(ResultSet row) throws SQLException {
    return new ShowFacts(
        new ShowId(row.getObject("show_id", UUID.class)),
        row.getString("title"),
        row.getString("venue_name"),
        row.getString("city"),
        ZoneId.of(row.getString("timezone")),
        row.getObject("show_time", OffsetDateTime.class).toInstant(),
        instant(row.getObject("cancelled_at", OffsetDateTime.class)));
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }
}
