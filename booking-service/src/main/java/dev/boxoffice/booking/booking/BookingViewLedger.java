package dev.boxoffice.booking.booking;

import dev.boxoffice.booking.BookingId;
import dev.boxoffice.booking.HoldId;
import dev.boxoffice.booking.Money;
import dev.boxoffice.booking.PaymentId;
import dev.boxoffice.booking.PricedSeat;
import dev.boxoffice.booking.SeatId;
import dev.boxoffice.booking.SectionId;
import dev.boxoffice.booking.ShowId;
import dev.boxoffice.booking.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads bookings whole, and writes nothing. */
@Repository
class BookingViewLedger {

  private static final String BOOKINGS =
      """
      select b.*, given.amount, given.percentage, paid.refund_status
      from booking b
      left join lateral (
        select sum(c.amount) as amount,
               (array_agg(c.percentage order by c.settled_at desc))[1] as percentage
        from cancellation c
        where c.booking_id = b.booking_id and c.settled_at is not null
      ) given on true
      left join lateral (
        select case
                 when bool_or(r.status = 'REFUSED') then 'FAILED'
                 when bool_or(r.status = 'DUE') then 'PENDING'
                 when count(*) > 0 then 'SUCCEEDED'
               end as refund_status
        from refund r
        where r.booking_id = b.booking_id
      ) paid on true
      """;

  private final JdbcClient jdbc;

  BookingViewLedger(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Nullable Booking find(BookingId id) {
    var found =
        jdbc.sql(BOOKINGS + "where b.booking_id = :bookingId")
            .param("bookingId", id.value())
            .query(BookingViewLedger::row)
            .list();
    return whole(found).stream().findFirst().orElse(null);
  }

  /** A booking of this buyer; someone else's is not there. One that never got its hold is not. */
  @Nullable Booking find(BookingId id, UserId user) {
    var found =
        jdbc.sql(
                BOOKINGS
                    + """
                    where b.booking_id = :bookingId and b.user_id = :userId
                      and (b.show_id is not null or b.status = 'PENDING')
                    """)
            .param("bookingId", id.value())
            .param("userId", user.value())
            .query(BookingViewLedger::row)
            .list();
    return whole(found).stream().findFirst().orElse(null);
  }

  /** A buyer's bookings, newest first. */
  List<Booking> page(UserId user, int page, int limit) {
    return whole(
        jdbc.sql(
                BOOKINGS
                    + """
                    where b.user_id = :userId
                      and (b.show_id is not null or b.status = 'PENDING')
                    order by b.created_at desc, b.booking_id desc
                    limit :limit offset :offset
                    """)
            .param("userId", user.value())
            .param("limit", limit)
            .param("offset", (page - 1L) * limit)
            .query(BookingViewLedger::row)
            .list());
  }

  long count(UserId user) {
    return jdbc.sql(
            """
            select count(*)
            from booking b
            where b.user_id = :userId and (b.show_id is not null or b.status = 'PENDING')
            """)
        .param("userId", user.value())
        .query(Long.class)
        .single();
  }

  private List<Booking> whole(List<Row> rows) {
    var ordered = rows.stream().filter(row -> row.showId != null).map(row -> row.id).toList();
    var seats = ordered.isEmpty() ? Map.<UUID, List<SeatRow>>of() : seats(ordered);
    return rows.stream().map(row -> row.with(seats.getOrDefault(row.id, List.of()))).toList();
  }

  private Map<UUID, List<SeatRow>> seats(List<UUID> bookingIds) {
    var seats = new HashMap<UUID, List<SeatRow>>();
    jdbc.sql("select * from booking_seat where booking_id in (:bookingIds) order by position")
        .param("bookingIds", bookingIds)
        .query(
            row -> {
              seats
                  .computeIfAbsent(row.getObject("booking_id", UUID.class), id -> new ArrayList<>())
                  .add(seat(row));
            });
    return seats;
  }

  private static SeatRow seat(ResultSet row) throws SQLException {
    return new SeatRow(
        row.getObject("seat_id", UUID.class),
        row.getObject("section_id", UUID.class),
        row.getString("section"),
        row.getString("row_label"),
        row.getString("seat_number"),
        row.getLong("price"),
        row.getObject("cancelled_at") != null);
  }

  private static Row row(ResultSet row, int index) throws SQLException {
    return new Row(
        row.getObject("booking_id", UUID.class),
        row.getObject("hold_id", UUID.class),
        row.getString("user_id"),
        row.getString("email"),
        BookingStatus.valueOf(row.getString("status")),
        row.getObject("show_id", UUID.class),
        instant(row, "show_time"),
        row.getLong("total_amount"),
        row.getString("currency"),
        row.getObject("payment_id", UUID.class),
        row.getString("ticket_url"),
        instant(row, "booked_at"),
        instant(row, "cancelled_at"),
        row.getObject("amount") == null ? null : row.getLong("amount"),
        row.getInt("percentage"),
        row.getString("refund_status"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  private record SeatRow(
      UUID seatId,
      UUID sectionId,
      String section,
      @Nullable String row,
      String number,
      long price,
      boolean cancelled) {

    BookedSeat in(String currency) {
      return new BookedSeat(
          new PricedSeat(
              new SeatId(seatId),
              new SectionId(sectionId),
              section,
              row,
              number,
              Money.of(price, currency)),
          cancelled);
    }
  }

  private record Row(
      UUID id,
      UUID holdId,
      String userId,
      @Nullable String email,
      BookingStatus status,
      @Nullable UUID showId,
      @Nullable Instant showTime,
      long totalAmount,
      @Nullable String currency,
      @Nullable UUID paymentId,
      @Nullable String ticketUrl,
      @Nullable Instant bookedAt,
      @Nullable Instant cancelledAt,
      @Nullable Long refundAmount,
      int refundPercentage,
      @Nullable String refundStatus) {

    Booking with(List<SeatRow> seats) {
      return new Booking(
          new BookingId(id),
          new HoldId(holdId),
          new UserId(userId),
          email,
          status,
          showId == null ? null : order(new ShowId(showId), seats),
          paymentId == null ? null : new PaymentId(paymentId),
          ticketUrl,
          bookedAt,
          cancelledAt,
          refundAmount == null ? null : refunds(refundAmount));
    }

    private Booking.Details order(ShowId show, List<SeatRow> seats) {
      var code = Objects.requireNonNull(currency);
      return new Booking.Details(
          show,
          Objects.requireNonNull(showTime),
          seats.stream().map(seat -> seat.in(code)).toList(),
          Money.of(totalAmount, code));
    }

    private Refunds refunds(long amount) {
      return new Refunds(
          Money.of(amount, Objects.requireNonNull(currency)),
          refundPercentage,
          refundStatus == null ? null : Refunds.Status.valueOf(refundStatus));
    }
  }
}
