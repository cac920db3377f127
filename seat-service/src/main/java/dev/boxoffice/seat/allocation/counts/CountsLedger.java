package dev.boxoffice.seat.allocation.counts;

import dev.boxoffice.seat.sale.ShowId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Owns {@code published_counts}, and counts a show's seats. Nothing is ever counted along. */
@Repository
class CountsLedger {
  private final JdbcClient jdbc;

  CountsLedger(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The shows that may still sell. */
  List<ShowId> openShows() {
    return jdbc.sql("select show_id from show_sale where status = 'OPEN' and show_time > now()")
        .query((rs, _) -> new ShowId(rs.getObject("show_id", UUID.class)))
        .list();
  }

  /** Takes this second's turn of a show; empty if an instance has had it. */
  Optional<Instant> takeTurn(ShowId showId) {
    return jdbc.sql(
            """
            insert into published_counts as p (show_id, published_at) values (:show, now())
            on conflict (show_id) do update set published_at = now()
            where p.published_at <= now() - interval '1 second'
            returning published_at
            """)
        .param("show", showId.value())
        .query(OffsetDateTime.class)
        .optional()
        .map(OffsetDateTime::toInstant);
  }

  /**
   * Counts by section, whose seat ids are one run. Not joined with the seats: without statistics,
   * which a new show does not have yet, that took longer than a statement may.
   */
  List<SectionCounts> count(ShowId showId) {
    return jdbc.sql(
            """
            with run as (
              select c.section_id, c.position,
                     cast(left(b.base, 28) || lpad(to_hex(c.first_seat_index), 8, '0') as uuid)
                       as first_id,
                     cast(left(b.base, 28)
                       || lpad(to_hex(c.first_seat_index + c.seat_count - 1), 8, '0') as uuid)
                       as last_id
              from section c,
                   (select cast(seat_id_base as text) as base
                    from show_sale where show_id = :show) b
              where c.show_id = :show and c.seat_count > 0)
            select run.section_id, n.available, n.held, n.booked, n.blocked
            from run
            cross join lateral (
              select count(*) filter (where t.status = 'AVAILABLE') as available,
                     count(*) filter (where t.status = 'HELD') as held,
                     count(*) filter (where t.status = 'BOOKED') as booked,
                     count(*) filter (where t.status = 'BLOCKED') as blocked
              from seat_state t
              where t.show_id = :show and t.seat_id between run.first_id and run.last_id) n
            order by run.position
            """)
        .param("show", showId.value())
        .query(
            (rs, _) ->
                new SectionCounts(
                    rs.getObject("section_id", UUID.class),
                    rs.getInt("available"),
                    rs.getInt("held"),
                    rs.getInt("booked"),
                    rs.getInt("blocked")))
        .list();
  }

  /** The lowest price among sections with a free seat, or of all if none has one. */
  Optional<Long> priceFrom(ShowId showId, List<UUID> sectionsWithFreeSeats) {
    return jdbc.sql(
            """
            select coalesce(
              min(price) filter (where section_id = any(cast(:free as uuid[]))), min(price))
            from section where show_id = :show
            """)
        .param("show", showId.value())
        .param("free", sectionsWithFreeSeats.stream().map(UUID::toString).toArray(String[]::new))
        .query(Long.class)
        .optional();
  }

  /** Remembers the counts; false if they are what was published last. */
  boolean remember(ShowId showId, String counts) {
    return jdbc.sql(
                """
                update published_counts set counts = cast(:counts as jsonb)
                where show_id = :show and counts is distinct from cast(:counts as jsonb)
                """)
            .param("show", showId.value())
            .param("counts", counts)
            .update()
        == 1;
  }
}
