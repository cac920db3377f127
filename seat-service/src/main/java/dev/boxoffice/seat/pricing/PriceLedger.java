package dev.boxoffice.seat.pricing;

import dev.boxoffice.seat.sale.SectionId;
import dev.boxoffice.seat.sale.ShowId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Owns {@code show_pricing}, {@code price_change} and, once the seats are laid, {@code
 * section.price}.
 */
@Repository
class PriceLedger {
  private final JdbcClient jdbc;

  PriceLedger(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Puts shows whose prices may move on the list of those to be priced, as soon as their seats are
   * counted; each is due at once.
   */
  int enlist() {
    return jdbc.sql(
            """
            insert into show_pricing (show_id, due_at)
            select s.show_id, now()
            from show_sale s join published_counts p on p.show_id = s.show_id
            where s.dynamic_pricing and s.status = 'OPEN' and s.show_time > now()
              and p.counts is not null
            on conflict (show_id) do nothing
            """)
        .update();
  }

  /** Takes one show that is due; it is due again after this time, for whichever instance. */
  Optional<DueShow> takeDue(Duration again) {
    return jdbc.sql(
            """
            update show_pricing p set due_at = now() + make_interval(secs => :again)
            from show_sale s
            where s.show_id = p.show_id and p.show_id = (
              select d.show_id
              from show_pricing d join show_sale o on o.show_id = d.show_id
              where d.due_at <= now() and o.status = 'OPEN' and o.show_time > now()
              order by d.due_at, d.show_id
              limit 1 for update of d skip locked)
            returning p.show_id, s.show_time
            """)
        .param("again", again.toMillis() / 1000.0)
        .query(
            (rs, _) ->
                new DueShow(
                    new ShowId(rs.getObject("show_id", UUID.class)),
                    rs.getObject("show_time", OffsetDateTime.class).toInstant()))
        .optional();
  }

  /** Locks a show's sections, with the seats left in each as last published. */
  List<PricedSection> lockSections(ShowId showId) {
    return jdbc.sql(
            """
            select c.section_id, c.price, c.seat_count,
                   (s.prices ->> c.price_category)::bigint as base,
                   (n.section ->> 'available')::integer as available
            from section c
            join show_sale s on s.show_id = c.show_id
            join published_counts p on p.show_id = c.show_id
            cross join lateral jsonb_array_elements(p.counts -> 'sections') n (section)
            where c.show_id = :show and n.section ->> 'sectionId' = c.section_id::text
            order by c.section_id for update of c
            """)
        .param("show", showId.value())
        .query((rs, _) -> section(rs))
        .list();
  }

  /** Sets a section's price, if it is still what it was. */
  int reprice(ShowId showId, PricedSection section, long price) {
    return jdbc.sql(
            """
            update section set price = :price
            where show_id = :show and section_id = :section and price = :known
            """)
        .param("show", showId.value())
        .param("section", section.sectionId().value())
        .param("price", price)
        .param("known", section.price())
        .update();
  }

  /** Records why a price was changed. */
  int recordChange(ShowId showId, PricedSection section, long price, Factors factors) {
    return jdbc.sql(
            """
            insert into price_change (show_id, section_id, changed_at, from_price, to_price,
              base_price, demand, time_left, inventory, available, total)
            values (:show, :section, now(), :from, :to, :base, :demand, :time, :inventory,
              :available, :total)
            """)
        .param("show", showId.value())
        .param("section", section.sectionId().value())
        .param("from", section.price())
        .param("to", price)
        .param("base", section.base())
        .param("demand", factors.demand())
        .param("time", factors.time())
        .param("inventory", factors.inventory())
        .param("available", section.available())
        .param("total", section.total())
        .update();
  }

  private static PricedSection section(ResultSet rs) throws SQLException {
    return new PricedSection(
        new SectionId(rs.getObject("section_id", UUID.class)),
        rs.getLong("base"),
        rs.getLong("price"),
        rs.getInt("seat_count"),
        rs.getInt("available"));
  }

  record DueShow(ShowId showId, Instant showTime) {}
}
