package dev.boxoffice.queue.admission;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Owns {@code admission}: who was let in. The line itself it only reads. */
@Repository
class AdmissionLedger {
  private final JdbcClient jdbc;

  AdmissionLedger(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  boolean insert(EntryId entryId, ShowId showId, Duration admittedFor) {
    return jdbc.sql(
                """
                insert into admission (entry_id, show_id, expires_at)
                values (:entry, :show, now() + :millis * interval '1 millisecond')
                on conflict (entry_id) do nothing
                """)
            .param("entry", entryId.value())
            .param("show", showId.value())
            .param("millis", admittedFor.toMillis())
            .update()
        == 1;
  }

  /** How many were let in and may still take seats. */
  int active(ShowId showId) {
    return jdbc.sql(
            """
            select count(*) from admission a join queue_entry e using (entry_id)
            where a.show_id = :show and a.expires_at > now() and e.left_at is null
            """)
        .param("show", showId.value())
        .query(Integer.class)
        .single();
  }

  /**
   * Lets in the next of the line, in order.
   *
   * @return the last number let in; null if nobody waits
   */
  @Nullable Long admitNext(ShowId showId, long nowServing, int most, Duration admittedFor) {
    return jdbc.sql(
            """
            with next as (
              select entry_id, number from queue_entry
              where show_id = :show and number > :cursor and left_at is null
              order by number limit :most for update
            ), admitted as (
              insert into admission (entry_id, show_id, expires_at)
              select entry_id, :show, now() + :millis * interval '1 millisecond' from next
              returning entry_id
            )
            select max(number) from next join admitted using (entry_id)
            """)
        .param("show", showId.value())
        .param("cursor", nowServing)
        .param("most", most)
        .param("millis", admittedFor.toMillis())
        .query(Long.class)
        .optional()
        .orElse(null);
  }

  /** Lets in everyone who waits, however many. */
  int admitAll(ShowId showId, Duration admittedFor) {
    return jdbc.sql(
            """
            insert into admission (entry_id, show_id, expires_at)
            select entry_id, show_id, now() + :millis * interval '1 millisecond'
            from queue_entry e
            where show_id = :show and left_at is null
              and number > (select now_serving from admission_pace where show_id = :show)
            on conflict (entry_id) do nothing
            """)
        .param("show", showId.value())
        .param("millis", admittedFor.toMillis())
        .update();
  }
}
