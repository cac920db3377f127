package dev.boxoffice.booking.sales;

import dev.boxoffice.booking.ShowId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what was sold, and writes nothing. */
@Repository
class SalesLedger {

  private final JdbcClient jdbc;

  SalesLedger(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Sales.Section> sections(ShowId show) {
    return jdbc.sql(
            """
            with sold as (
              select s.section_id,
                     min(s.section) as section,
                     count(*) filter (where s.cancelled_at is null) as sold,
                     sum(s.price) as revenue,
                     sum(s.refund_amount) as refunds
              from booking b
              join booking_seat s using (booking_id)
              where b.show_id = :showId and b.booked_at is not null
              group by s.section_id
            ), inside as (
              select s.section_id, count(*) as checked_in
              from entry e
              join booking_seat s on s.booking_id = e.booking_id and s.seat_id = e.seat_id
              where e.show_id = :showId
              group by s.section_id
            ), counted as (
              select section_id, held, available
              from section_count
              where show_id = :showId
            )
            select section_id, section,
                   coalesce(sold, 0) as sold,
                   coalesce(held, 0) as held,
                   coalesce(available, 0) as available,
                   coalesce(revenue, 0) as revenue,
                   coalesce(refunds, 0) as refunds,
                   coalesce(checked_in, 0) as checked_in
            from sold
            full join counted using (section_id)
            full join inside using (section_id)
            order by section nulls last, section_id
            """)
        .param("showId", show.value())
        .query(SalesLedger::section)
        .list();
  }

  List<Sales.Hour> hours(ShowId show) {
    return jdbc.sql(
            """
            with seat as (
              select b.booked_at, s.cancelled_at, s.price, s.refund_amount
              from booking b
              join booking_seat s using (booking_id)
              where b.show_id = :showId and b.booked_at is not null
            ), happened as (
              select booked_at as at, 1 as sold, 0 as cancelled, price as revenue,
                     0 as refunds, 0 as checked_in
              from seat
              union all
              select cancelled_at, 0, 1, 0, refund_amount, 0
              from seat
              where cancelled_at is not null
              union all
              select checked_in_at, 0, 0, 0, 0, 1
              from entry
              where show_id = :showId
            )
            select date_trunc('hour', at, 'UTC') as hour,
                   sum(sold) as sold, sum(cancelled) as cancelled, sum(revenue) as revenue,
                   sum(refunds) as refunds, sum(checked_in) as checked_in
            from happened
            group by 1
            order by 1
            """)
        .param("showId", show.value())
        .query(SalesLedger::hour)
        .list();
  }

  Sales.ShowCancellation cancellation(ShowId show, Instant cancelledAt) {
    return jdbc.sql(
            """
            select count(*) filter (where status in ('PENDING', 'CONFIRMED')) as left_over,
                   count(*) filter (where status = 'CANCELLED') as cancelled,
                   (select count(*)
                    from refund r
                    join booking rb using (booking_id)
                    where rb.show_id = :showId and r.status = 'DUE') as refunds_due
            from booking
            where show_id = :showId
            """)
        .param("showId", show.value())
        .query(
            (row, index) ->
                new Sales.ShowCancellation(
                    cancelledAt,
                    row.getLong("left_over"),
                    row.getLong("cancelled"),
                    row.getLong("refunds_due")))
        .single();
  }

  @Nullable Instant countedAt(ShowId show) {
    return jdbc.sql("select max(counted_at) from section_count where show_id = :showId")
        .param("showId", show.value())
        .query(OffsetDateTime.class)
        .optional()
        .map(OffsetDateTime::toInstant)
        .orElse(null);
  }

  private static Sales.Section section(ResultSet row, int index) throws SQLException {
    return new Sales.Section(
        row.getObject("section_id", UUID.class),
        row.getString("section"),
        row.getLong("sold"),
        row.getLong("held"),
        row.getLong("available"),
        row.getLong("revenue"),
        row.getLong("refunds"),
        row.getLong("checked_in"));
  }

  private static Sales.Hour hour(ResultSet row, int index) throws SQLException {
    return new Sales.Hour(
        row.getObject("hour", OffsetDateTime.class).toInstant(),
        row.getLong("sold"),
        row.getLong("cancelled"),
        row.getLong("revenue"),
        row.getLong("refunds"),
        row.getLong("checked_in"));
  }
}
