package dev.boxoffice.seat.allocation;

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

  List<SectionCounts> count(ShowId showId) {
    return jdbc.sql(
            """
            select s.section_id,
                   count(*) filter (where t.status = 'AVAILABLE') as available,
                   count(*) filter (where t.status = 'HELD') as held,
                   count(*) filter (where t.status = 'BOOKED') as booked,
                   count(*) filter (where t.status = 'BLOCKED') as blocked
            from seats s
            join seat_state t on t.show_id = s.show_id and t.seat_id = s.seat_id
            where s.show_id = :show and t.show_id = :show
            group by s.section_id order by min(s.seat_index)
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
