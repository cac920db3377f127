package dev.boxoffice.queue.waitingroom;

import dev.boxoffice.queue.admission.Pace;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads how far a line is. Owns no table. */
@Repository
class NowServingLedger {
  private final JdbcClient jdbc;

  NowServingLedger(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  NowServing read(Room room) {
    return jdbc.sql(
            """
            select r.seats_left, r.price_from, r.price_to, t.joined, t.room_on,
              case when t.room_on then p.now_serving else t.joined end as now_serving,
              p.batch_size, p.batch_interval_millis, p.active_max,
              (select count(*) from queue_entry gone
                where gone.show_id = r.show_id and gone.left_at is not null
                  and gone.number > p.now_serving) as leavers
            from room r join turnstile t using (show_id) join admission_pace p using (show_id)
            where r.show_id = :show
            """)
        .param("show", room.showId().value())
        .query((rs, _) -> nowServing(room, rs))
        .single();
  }

  private static NowServing nowServing(Room room, ResultSet rs) throws SQLException {
    long joined = rs.getLong("joined");
    long nowServing = rs.getLong("now_serving");
    return new NowServing(
        room,
        nowServing,
        joined,
        rs.getBoolean("room_on") ? joined - nowServing - rs.getLong("leavers") : 0,
        new Pace(
            rs.getInt("batch_size"),
            Duration.ofMillis(rs.getLong("batch_interval_millis")),
            rs.getInt("active_max")),
        number(rs, "seats_left"),
        number(rs, "price_from"),
        number(rs, "price_to"));
  }

  private static @Nullable Long number(ResultSet rs, String column) throws SQLException {
    long value = rs.getLong(column);
    return rs.wasNull() ? null : value;
  }
}
