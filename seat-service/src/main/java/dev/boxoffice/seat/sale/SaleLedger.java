package dev.boxoffice.seat.sale;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Owns {@code show_sale}: every show's terms and how far its preparation has come. */
@Repository
class SaleLedger {
  private final JdbcClient jdbc;
  private final JsonMapper json;

  SaleLedger(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  Optional<ShowTerms> terms(ShowId showId) {
    return jdbc.sql(
            """
            select s.show_id, s.event_id, s.status, s.show_time, s.sales_start_at, s.currency,
                   s.seats_per_user_max, coalesce(r.admission_needed, s.queue = 'ON') as guarded,
                   s.allow_orphan_seats, s.seat_id_base, s.total_seats
            from show_sale s left join room r on r.show_id = s.show_id
            where s.show_id = :show
            """)
        .param("show", showId.value())
        .query((rs, _) -> terms(rs))
        .optional();
  }

  /** Stores a show's terms. Its layout, prices and seat ids stay as they were first heard. */
  int accept(PublishedShow show, SeatIdBase seatIdBaseIfNew) {
    return jdbc.sql(
            """
            insert into show_sale as known (show_id, event_id, venue_id, event_title, venue_name,
              timezone, layout_hash, show_time, sales_start_at, currency, prices,
              seats_per_user_max, queue, allow_orphan_seats, dynamic_pricing,
              overbooking_percent_max, status, seat_id_base)
            values (:show, :event, :venue, :title, :venueName, :timezone, :layoutHash, :showTime,
              :salesStartAt, :currency, cast(:prices as jsonb), :max, :queue, :orphans, :dynamic,
              :overbooking, 'PREPARING', :base)
            on conflict (show_id) do update set
              event_title = excluded.event_title, venue_name = excluded.venue_name,
              timezone = excluded.timezone, show_time = excluded.show_time,
              sales_start_at = excluded.sales_start_at,
              seats_per_user_max = excluded.seats_per_user_max,
              allow_orphan_seats = excluded.allow_orphan_seats
            """)
        .param("show", show.showId())
        .param("event", show.eventId())
        .param("venue", show.venueId())
        .param("title", show.title())
        .param("venueName", show.venueName())
        .param("timezone", show.timezone())
        .param("layoutHash", show.layoutHash())
        .param("showTime", utc(show.showTime()))
        .param("salesStartAt", utc(show.salesStartAt()))
        .param("currency", show.currency().getCurrencyCode())
        .param("prices", json.writeValueAsString(show.prices()))
        .param("max", show.seatsPerUserMax())
        .param("queue", show.queue().name())
        .param("orphans", show.orphanSeatsAllowed())
        .param("dynamic", show.pricedDynamically())
        .param("overbooking", show.overbookingPercentMax())
        .param("base", seatIdBaseIfNew.value())
        .update();
  }

  boolean cancel(UUID showId) {
    return jdbc.sql(
                """
                update show_sale set status = 'CANCELLED', cancelled_at = now()
                where show_id = :show and status <> 'CANCELLED'
                """)
            .param("show", showId)
            .update()
        == 1;
  }

  /** Takes one show that nobody is preparing, for the length of the lease. */
  Optional<Preparation> takeOneToPrepare(Duration lease) {
    return jdbc.sql(
            """
            update show_sale
            set prepare_lease_until = now() + make_interval(secs => :lease),
                prepare_attempts = prepare_attempts + 1
            where show_id = (
              select show_id from show_sale
              where status = 'PREPARING'
                and (prepare_lease_until is null or prepare_lease_until <= now())
              order by prepare_attempts, show_id
              limit 1 for update skip locked)
            returning show_id, event_id, venue_id, seat_id_base, layout_hash, currency, prices,
              overbooking_percent_max
            """)
        .param("lease", lease.toSeconds())
        .query((rs, _) -> preparation(rs))
        .optional();
  }

  /** Leaves a show to be tried again, later each time. */
  boolean postpone(ShowId showId, Duration atMost) {
    return jdbc.sql(
                """
                update show_sale
                set prepare_lease_until =
                  now() + make_interval(secs => least(:most, power(2, least(prepare_attempts, 20))))
                where show_id = :show and status = 'PREPARING'
                """)
            .param("show", showId.value())
            .param("most", atMost.toSeconds())
            .update()
        == 1;
  }

  /** Locks a show whose seats are still to be made; false if they need not be any more. */
  boolean lockPreparing(ShowId showId) {
    return jdbc.sql(
            """
            select 1 from show_sale where show_id = :show and status = 'PREPARING' for update
            """)
        .param("show", showId.value())
        .query(Integer.class)
        .optional()
        .isPresent();
  }

  /** Opens a show whose seats now exist. */
  Instant open(ShowId showId, int totalSeats) {
    return jdbc.sql(
            """
            update show_sale set status = 'OPEN', total_seats = :seats, opened_at = now(),
              prepare_lease_until = null
            where show_id = :show and status = 'PREPARING'
            returning opened_at
            """)
        .param("show", showId.value())
        .param("seats", totalSeats)
        .query(OffsetDateTime.class)
        .single()
        .toInstant();
  }

  private static ShowTerms terms(ResultSet rs) throws SQLException {
    OffsetDateTime salesStartAt = rs.getObject("sales_start_at", OffsetDateTime.class);
    return new ShowTerms(
        new ShowId(rs.getObject("show_id", UUID.class)),
        rs.getObject("event_id", UUID.class),
        SaleStatus.valueOf(rs.getString("status")),
        rs.getObject("show_time", OffsetDateTime.class).toInstant(),
        salesStartAt == null ? null : salesStartAt.toInstant(),
        Currency.getInstance(rs.getString("currency")),
        rs.getInt("seats_per_user_max"),
        rs.getBoolean("guarded"),
        rs.getBoolean("allow_orphan_seats"),
        new SeatIdBase(rs.getObject("seat_id_base", UUID.class)),
        rs.getInt("total_seats"));
  }

  private Preparation preparation(ResultSet rs) throws SQLException {
    return new Preparation(
        new ShowId(rs.getObject("show_id", UUID.class)),
        rs.getObject("event_id", UUID.class),
        rs.getObject("venue_id", UUID.class),
        new SeatIdBase(rs.getObject("seat_id_base", UUID.class)),
        rs.getString("layout_hash"),
        Currency.getInstance(rs.getString("currency")),
        json.readValue(rs.getString("prices"), new TypeReference<>() {}),
        rs.getBigDecimal("overbooking_percent_max"));
  }

  private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }
}
