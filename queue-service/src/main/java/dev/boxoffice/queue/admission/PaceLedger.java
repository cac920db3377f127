package dev.boxoffice.queue.admission;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Owns {@code admission_pace}: how fast each show lets people in, and how far its cursor is. */
@Repository
class PaceLedger {
  private final JdbcClient jdbc;

  PaceLedger(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  boolean insert(ShowId showId, Pace pace, boolean running, @Nullable Instant doorsOpenAt) {
    return jdbc.sql(
                """
                insert into admission_pace (show_id, batch_size, batch_interval_millis, active_max,
                  running, doors_open_at)
                values (:show, :size, :interval, :active, :running, :doors)
                on conflict (show_id) do nothing
                """)
            .param("show", showId.value())
            .param("size", pace.batchSize())
            .param("interval", pace.batchInterval().toMillis())
            .param("active", pace.activeMax())
            .param("running", running)
            .param("doors", doorsOpenAt == null ? null : doorsOpenAt.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  Optional<Pace> find(ShowId showId) {
    return jdbc.sql(
            """
            select batch_size, batch_interval_millis, active_max
            from admission_pace where show_id = :show
            """)
        .param("show", showId.value())
        .query((rs, _) -> pace(rs))
        .optional();
  }

  boolean steer(ShowId showId, Pace pace, boolean running) {
    return jdbc.sql(
                """
                update admission_pace set batch_size = :size, batch_interval_millis = :interval,
                  active_max = :active, running = :running
                where show_id = :show
                """)
            .param("show", showId.value())
            .param("size", pace.batchSize())
            .param("interval", pace.batchInterval().toMillis())
            .param("active", pace.activeMax())
            .param("running", running)
            .update()
        == 1;
  }

  boolean openDoorsAt(ShowId showId, @Nullable Instant doorsOpenAt) {
    return jdbc.sql("update admission_pace set doors_open_at = :doors where show_id = :show")
            .param("show", showId.value())
            .param("doors", doorsOpenAt == null ? null : doorsOpenAt.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  boolean stop(ShowId showId) {
    return jdbc.sql("update admission_pace set running = false where show_id = :show")
            .param("show", showId.value())
            .update()
        == 1;
  }

  /** Shows that have a batch due and someone to admit. */
  List<ShowId> due(int showsMax) {
    return jdbc.sql(
            """
            select show_id from admission_pace p
            where running
              and moved_at + batch_interval_millis * interval '1 millisecond' <= now()
              and (doors_open_at is null or doors_open_at <= now())
              and exists (select 1 from queue_entry e
                where e.show_id = p.show_id and e.number > p.now_serving and e.left_at is null)
            order by moved_at limit :most
            """)
        .param("most", showsMax)
        .query((rs, _) -> new ShowId(rs.getObject("show_id", UUID.class)))
        .list();
  }

  /** Locks a show whose batch is due, unless another instance has it. */
  Optional<Due> lockDue(ShowId showId) {
    return jdbc.sql(
            """
            select batch_size, batch_interval_millis, active_max, now_serving
            from admission_pace
            where show_id = :show and running
              and moved_at + batch_interval_millis * interval '1 millisecond' <= now()
              and (doors_open_at is null or doors_open_at <= now())
            for update skip locked
            """)
        .param("show", showId.value())
        .query((rs, _) -> new Due(pace(rs), rs.getLong("now_serving")))
        .optional();
  }

  /** Moves the cursor on, if it is still where it was. */
  boolean move(ShowId showId, long from, long to) {
    return jdbc.sql(
                """
                update admission_pace set now_serving = :to, moved_at = now()
                where show_id = :show and now_serving = :from and :to >= :from
                """)
            .param("show", showId.value())
            .param("from", from)
            .param("to", to)
            .update()
        == 1;
  }

  /** Moves the cursor to the end of the line, wherever it was. */
  boolean moveToEnd(ShowId showId, long number) {
    return jdbc.sql(
                """
                update admission_pace set now_serving = :number
                where show_id = :show and now_serving <= :number
                """)
            .param("show", showId.value())
            .param("number", number)
            .update()
        == 1;
  }

  private static Pace pace(ResultSet rs) throws SQLException {
    return new Pace(
        rs.getInt("batch_size"),
        Duration.ofMillis(rs.getLong("batch_interval_millis")),
        rs.getInt("active_max"));
  }

  /** A show whose turn it is to admit, locked. */
  record Due(Pace pace, long nowServing) {}
}
