package dev.boxoffice.booking.sales;

import dev.boxoffice.booking.SectionId;
import dev.boxoffice.booking.ShowId;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes the table {@code section_count}: seat-service's latest count of each section. */
@Repository
class SectionCountLedger {

  private final JdbcClient jdbc;

  SectionCountLedger(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Keeps a count unless a later one is there. */
  void record(ShowId show, SectionId section, int available, int held, Instant countedAt) {
    jdbc.sql(
            """
            insert into section_count (show_id, section_id, available, held, counted_at)
            values (:showId, :sectionId, :available, :held, :countedAt)
            on conflict (show_id, section_id) do update
            set available = excluded.available, held = excluded.held,
                counted_at = excluded.counted_at
            where section_count.counted_at <= excluded.counted_at
            """)
        .param("showId", show.value())
        .param("sectionId", section.value())
        .param("available", available)
        .param("held", held)
        .param("countedAt", countedAt.atOffset(ZoneOffset.UTC))
        .update();
  }
}
