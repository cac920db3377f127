package dev.boxoffice.booking.booking;

import dev.boxoffice.booking.BookingId;
import dev.boxoffice.booking.HoldId;
import dev.boxoffice.booking.Order;
import dev.boxoffice.booking.PaymentId;
import dev.boxoffice.booking.UserId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes the table {@code booking}. */
@Repository
class BookingLedger {

  private final JdbcClient jdbc;
  private final BookingSeatLedger seats;

  BookingLedger(JdbcClient jdbc, BookingSeatLedger seats) {
    this.jdbc = jdbc;
    this.seats = seats;
  }

  /** Locks this buyer's booking of a hold, which is made if there is none. */
  BookingId lockOrOpen(HoldId hold, UserId user, @Nullable String email, Instant at) {
    return new BookingId(
        jdbc.sql(
                """
                insert into booking as b (booking_id, hold_id, user_id, email, status, created_at)
                values (uuidv7(), :holdId, :userId, :email, 'PENDING', :at)
                on conflict (hold_id, user_id) do update set hold_id = b.hold_id
                returning booking_id
                """)
            .param("holdId", hold.value())
            .param("userId", user.value())
            .param("email", email)
            .param("at", at.atOffset(ZoneOffset.UTC))
            .query(UUID.class)
            .single());
  }

  /** Locks a booking until the caller's transaction ends. */
  void lock(BookingId booking) {
    var _ =
        jdbc.sql("select booking_id from booking where booking_id = :bookingId for update")
            .param("bookingId", booking.value())
            .query(UUID.class)
            .list();
  }

  List<BookingId> lockPendingOf(HoldId hold) {
    return jdbc.sql(
            """
            select booking_id
            from booking
            where hold_id = :holdId and status = 'PENDING' and show_id is not null
            for update
            """)
        .param("holdId", hold.value())
        .query((row, index) -> new BookingId(row.getObject("booking_id", UUID.class)))
        .list();
  }

  /** Records what is being paid for; it is the same however often the hold is put aside. */
  void recordOrder(BookingId booking, Order order) {
    int rows =
        jdbc.sql(
                """
                update booking
                set show_id = :showId, show_time = :showTime,
                    total_amount = :totalAmount, currency = :currency
                where booking_id = :bookingId and status = 'PENDING'
                  and coalesce(total_amount, :totalAmount) = :totalAmount
                """)
            .param("bookingId", booking.value())
            .param("showId", order.showId().value())
            .param("showTime", order.showTime().atOffset(ZoneOffset.UTC))
            .param("totalAmount", order.total().minorUnits())
            .param("currency", order.total().currency().getCurrencyCode())
            .update();
    mustBeOne(rows, booking, "take the order " + order);
    seats.record(booking, order.seats());
  }

  void confirm(BookingId booking, PaymentId payment, Instant at) {
    int rows =
        jdbc.sql(
                """
                update booking
                set status = 'CONFIRMED', payment_id = :paymentId, booked_at = :at
                where booking_id = :bookingId and status = 'PENDING'
                """)
            .param("bookingId", booking.value())
            .param("paymentId", payment.value())
            .param("at", at.atOffset(ZoneOffset.UTC))
            .update();
    mustBeOne(rows, booking, "be confirmed");
  }

  void fail(BookingId booking, Instant at) {
    int rows =
        jdbc.sql(
                """
                update booking
                set status = 'FAILED', failed_at = :at
                where booking_id = :bookingId and status = 'PENDING'
                """)
            .param("bookingId", booking.value())
            .param("at", at.atOffset(ZoneOffset.UTC))
            .update();
    mustBeOne(rows, booking, "fail");
  }

  /** Strikes out a booking whose hold never was this buyer's. */
  void forget(BookingId booking) {
    int rows =
        jdbc.sql(
                """
                delete from booking
                where booking_id = :bookingId and status = 'PENDING' and show_id is null
                """)
            .param("bookingId", booking.value())
            .update();
    mustBeOne(rows, booking, "be forgotten");
  }

  /** All of the booking's seats were given back. */
  void cancel(BookingId booking, Instant at) {
    int rows =
        jdbc.sql(
                """
                update booking
                set status = 'CANCELLED', cancelled_at = :at
                where booking_id = :bookingId and status = 'CONFIRMED'
                """)
            .param("bookingId", booking.value())
            .param("at", at.atOffset(ZoneOffset.UTC))
            .update();
    mustBeOne(rows, booking, "be cancelled");
  }

  void recordTicket(BookingId booking, String ticketUrl) {
    int rows =
        jdbc.sql("update booking set ticket_url = :ticketUrl where booking_id = :bookingId")
            .param("bookingId", booking.value())
            .param("ticketUrl", ticketUrl)
            .update();
    mustBeOne(rows, booking, "take its tickets");
  }

  private static void mustBeOne(int rows, BookingId booking, String what) {
    if (rows != 1) {
      throw new IllegalStateException("Booking " + booking + " could not " + what);
    }
  }
}
