package dev.boxoffice.queue.waitingroom;

import dev.boxoffice.queue.admission.Admission;
import dev.boxoffice.queue.admission.EntryId;
import dev.boxoffice.queue.admission.Pace;
import dev.boxoffice.queue.admission.ShowId;
import dev.boxoffice.queue.admission.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Owns {@code turnstile} and {@code queue_entry}: the line itself. */
@Repository
class LineLedger {
  private final JdbcClient jdbc;

  LineLedger(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  boolean begin(ShowId showId, boolean roomOn) {
    return jdbc.sql(
                """
                insert into turnstile (show_id, room_on) values (:show, :on)
                on conflict (show_id) do nothing
                """)
            .param("show", showId.value())
            .param("on", roomOn)
            .update()
        == 1;
  }

  /**
   * Takes the next number and stores the join under it. Empty if the user is in the line: then the
   * number is taken all the same, and the caller rolls back so that there is no gap.
   */
  Optional<Entry> join(ShowId showId, UserId userId) {
    return jdbc.sql(
            """
            with turn as (
              update turnstile set joined = joined + 1 where show_id = :show
              returning joined, room_on
            ), entered as (
              insert into queue_entry (show_id, user_id, number)
              select :show, :user, joined from turn
              on conflict (show_id, user_id) where left_at is null do nothing
              returning entry_id, number
            )
            select entry_id, number, room_on from entered cross join turn
            """)
        .param("show", showId.value())
        .param("user", userId.value())
        .query(
            (rs, _) ->
                new Entry(
                    new EntryId(rs.getObject("entry_id", UUID.class)),
                    rs.getLong("number"),
                    rs.getBoolean("room_on")))
        .optional();
  }

  /** Gives up one place, once; a later join of the same user is another entry. */
  boolean giveUp(EntryId entryId) {
    return jdbc.sql(
                "update queue_entry set left_at = now() where entry_id = :entry and left_at is null")
            .param("entry", entryId.value())
            .update()
        == 1;
  }

  /** Gives up somebody's place; false if they have none. */
  boolean leave(ShowId showId, UserId userId) {
    return jdbc.sql(
                """
                update queue_entry set left_at = now()
                where show_id = :show and user_id = :user and left_at is null
                """)
            .param("show", showId.value())
            .param("user", userId.value())
            .update()
        == 1;
  }

  /**
   * Turns the room on or off, for all joins that come after.
   *
   * @return the last number that was given before
   */
  long turn(ShowId showId, boolean roomOn) {
    return jdbc.sql("update turnstile set room_on = :on where show_id = :show returning joined")
        .param("show", showId.value())
        .param("on", roomOn)
        .query(Long.class)
        .single();
  }

  /** Where somebody stands; only leavers between the cursor and them are counted. */
  Optional<Position> position(ShowId showId, UserId userId) {
    return jdbc.sql(
            """
            select e.entry_id, e.show_id, e.user_id, e.number, a.admitted_at, a.expires_at,
              p.batch_size, p.batch_interval_millis, p.active_max,
              case when a.entry_id is null then
                e.number - 1 - p.now_serving - (
                  select count(*) from queue_entry gone
                  where gone.show_id = e.show_id and gone.left_at is not null
                    and gone.number > p.now_serving and gone.number < e.number)
              else 0 end as ahead
            from queue_entry e
            join admission_pace p using (show_id)
            left join admission a using (entry_id)
            where e.show_id = :show and e.user_id = :user and e.left_at is null
            """)
        .param("show", showId.value())
        .param("user", userId.value())
        .query((rs, _) -> position(rs))
        .optional();
  }

  /** How far the line is, and which numbers behind the cursor nobody has any more. */
  Progress progress(ShowId showId) {
    return jdbc.sql(
            """
            select p.now_serving, p.batch_size, p.batch_interval_millis, p.active_max,
              array(select number from queue_entry gone
                where gone.show_id = p.show_id and gone.left_at is not null
                  and gone.number > p.now_serving
                order by number) as leavers
            from admission_pace p where p.show_id = :show
            """)
        .param("show", showId.value())
        .query((rs, _) -> progress(rs))
        .single();
  }

  private static Progress progress(ResultSet rs) throws SQLException {
    Long[] leavers = (Long[]) rs.getArray("leavers").getArray();
    return new Progress(rs.getLong("now_serving"), List.of(leavers), pace(rs));
  }

  private static Pace pace(ResultSet rs) throws SQLException {
    return new Pace(
        rs.getInt("batch_size"),
        Duration.ofMillis(rs.getLong("batch_interval_millis")),
        rs.getInt("active_max"));
  }

  private static Position position(ResultSet rs) throws SQLException {
    EntryId entryId = new EntryId(rs.getObject("entry_id", UUID.class));
    OffsetDateTime admittedAt = rs.getObject("admitted_at", OffsetDateTime.class);
    Admission admission =
        admittedAt == null
            ? null
            : new Admission(
                entryId,
                new ShowId(rs.getObject("show_id", UUID.class)),
                new UserId(rs.getString("user_id")),
                admittedAt.toInstant(),
                rs.getObject("expires_at", OffsetDateTime.class).toInstant());
    return new Position(entryId, rs.getLong("number"), rs.getLong("ahead"), pace(rs), admission);
  }
}
