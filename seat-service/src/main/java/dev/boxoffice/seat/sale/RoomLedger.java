package dev.boxoffice.seat.sale;

import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Owns {@code room}: whether a show's buyers must come through its waiting room, as it was last
 * heard. It may be heard of before the show is.
 */
@Repository
class RoomLedger {
  private final JdbcClient jdbc;

  RoomLedger(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Keeps what a room has become; false if something newer is known. */
  boolean change(ShowId showId, boolean admissionNeeded, Instant at) {
    return jdbc.sql(
                """
                insert into room as known (show_id, admission_needed, changed_at)
                values (:show, :needed, :at)
                on conflict (show_id) do update set
                  admission_needed = excluded.admission_needed, changed_at = excluded.changed_at
                where known.changed_at <= excluded.changed_at
                """)
            .param("show", showId.value())
            .param("needed", admissionNeeded)
            .param("at", at.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }
}
