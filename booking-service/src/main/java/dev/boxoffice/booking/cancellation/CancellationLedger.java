package dev.boxoffice.booking.cancellation;

import dev.boxoffice.booking.BookingId;
import dev.boxoffice.booking.Money;
import dev.boxoffice.booking.SeatId;
import dev.boxoffice.booking.booking.BookingStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes the table {@code cancellation}. */
@Repository
class CancellationLedger {

  private final JdbcClient jdbc;

  CancellationLedger(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Begins a cancellation of a booking that is locked. */
  CancellationId begin(
      BookingId booking, Set<SeatId> requested, Set<SeatId> seatIds, Terms terms, Instant at) {
    return new CancellationId(
        jdbc.sql(
                """
                insert into cancellation
                  (cancellation_id, booking_id, requested, seat_ids, cause, reason, percentage,
                   amount, currency, step, requested_at)
                values
                  (uuidv7(), :bookingId, cast(:requested as uuid[]), cast(:seatIds as uuid[]),
                   :cause, :reason, :percentage, :amount, :currency, 'REVOKE', :at)
                returning cancellation_id
                """)
            .param("bookingId", booking.value())
            .param("requested", SeatIds.literal(requested))
            .param("seatIds", SeatIds.literal(seatIds))
            .param("cause", terms.cause().name())
            .param("reason", terms.reason())
            .param("percentage", terms.percentage())
            .param("amount", terms.amount().minorUnits())
            .param("currency", terms.amount().currency().getCurrencyCode())
            .param("at", at.atOffset(ZoneOffset.UTC))
            .query(UUID.class)
            .single());
  }

  /** Why seats go, and what comes back for them. */
  record Terms(Cause cause, @Nullable String reason, int percentage, Money amount) {}

  /** Makes it a fact; false if it is one already. */
  boolean settle(CancellationId id, BookingStatus statusAfter, Instant at) {
    return jdbc.sql(
                """
                update cancellation
                set step = 'RETURN', status_after = :statusAfter, settled_at = :at
                where cancellation_id = :id and step = 'REVOKE'
                """)
            .param("id", id.value())
            .param("statusAfter", statusAfter.name())
            .param("at", at.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  boolean move(CancellationId id, CancellationStep from, CancellationStep to) {
    return jdbc.sql(
                """
                update cancellation
                set step = :to
                where cancellation_id = :id and step = :from
                """)
            .param("id", id.value())
            .param("from", from.name())
            .param("to", to.name())
            .update()
        == 1;
  }

  @Nullable Cancellation find(CancellationId id) {
    return jdbc.sql("select * from cancellation where cancellation_id = :id")
        .param("id", id.value())
        .query(CancellationLedger::cancellation)
        .optional()
        .orElse(null);
  }

  /** Cancellations of a booking that were not refused, latest first. */
  List<Cancellation> of(BookingId booking) {
    return jdbc.sql(
            """
            select *
            from cancellation
            where booking_id = :bookingId and step <> 'REFUSED'
            order by requested_at desc, cancellation_id desc
            """)
        .param("bookingId", booking.value())
        .query(CancellationLedger::cancellation)
        .list();
  }

  /** Confirmed bookings of cancelled shows that nobody is cancelling yet. */
  List<BookingId> bookingsOfCancelledShows(int limit) {
    return jdbc.sql(
            """
            select b.booking_id
            from show s
            join booking b on b.show_id = s.show_id and b.status = 'CONFIRMED'
            where s.cancelled_at is not null
              and not exists (select 1
                              from cancellation c
                              where c.booking_id = b.booking_id and c.step = 'REVOKE')
            limit :limit
            """)
        .param("limit", limit)
        .query((row, index) -> new BookingId(row.getObject("booking_id", UUID.class)))
        .list();
  }

  private static Cancellation cancellation(ResultSet row, int index) throws SQLException {
    var statusAfter = row.getString("status_after");
    return new Cancellation(
        new CancellationId(row.getObject("cancellation_id", UUID.class)),
        new BookingId(row.getObject("booking_id", UUID.class)),
        SeatIds.of(row.getArray("requested")),
        SeatIds.of(row.getArray("seat_ids")),
        Cause.valueOf(row.getString("cause")),
        row.getString("reason"),
        row.getInt("percentage"),
        Money.of(row.getLong("amount"), row.getString("currency")),
        CancellationStep.valueOf(row.getString("step")),
        statusAfter == null ? null : BookingStatus.valueOf(statusAfter));
  }
}
