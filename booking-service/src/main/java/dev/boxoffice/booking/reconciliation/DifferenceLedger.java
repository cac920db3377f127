package dev.boxoffice.booking.reconciliation;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes the table {@code reconciliation_difference}. */
@Repository
class DifferenceLedger {

  private final JdbcClient jdbc;

  DifferenceLedger(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** False if it was found before, and is not settled yet. */
  boolean isNew(Difference difference, Instant at) {
    return jdbc.sql(
                """
                insert into reconciliation_difference
                  (kind, subject, begun_at, ours, theirs, currency, found_at)
                values (:kind, :subject, :begunAt, :ours, :theirs, :currency, :at)
                on conflict (kind, subject) do update
                set ours = excluded.ours, theirs = excluded.theirs, found_at = excluded.found_at,
                    settled_at = null
                where reconciliation_difference.settled_at is not null
                """)
            .param("kind", difference.kind().name())
            .param("subject", difference.subject())
            .param("begunAt", difference.begunAt().atOffset(ZoneOffset.UTC))
            .param("ours", difference.ours().minorUnits())
            .param("theirs", difference.theirs().minorUnits())
            .param("currency", difference.theirs().currency().getCurrencyCode())
            .param("at", at.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  /**
   * Settles those of what was begun in a time that are not found there any more; returns how many.
   */
  int settleOthers(Collection<Difference> found, Instant from, Instant to, Instant at) {
    return jdbc.sql(
            """
            update reconciliation_difference
            set settled_at = :at
            where settled_at is null and begun_at >= :from and begun_at < :to
              and kind || ' ' || subject <> all(:found)
            """)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("from", from.atOffset(ZoneOffset.UTC))
        .param("to", to.atOffset(ZoneOffset.UTC))
        .param(
            "found",
            found.stream().map(it -> it.kind() + " " + it.subject()).toArray(String[]::new))
        .update();
  }

  long open() {
    return jdbc.sql("select count(*) from reconciliation_difference where settled_at is null")
        .query(Long.class)
        .single();
  }
}
