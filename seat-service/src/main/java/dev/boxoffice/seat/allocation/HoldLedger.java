package dev.boxoffice.seat.allocation;

import dev.boxoffice.seat.allocation.hold.BookingId;
import dev.boxoffice.seat.allocation.hold.HoldId;
import dev.boxoffice.seat.allocation.hold.HoldRecord;
import dev.boxoffice.seat.allocation.hold.HoldStatus;
import dev.boxoffice.seat.allocation.hold.PaymentAttempt;
import dev.boxoffice.seat.allocation.hold.UserId;
import dev.boxoffice.seat.allocation.load.AllocationSettings;
import dev.boxoffice.seat.sale.ShowId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Owns {@code hold}. Its statements expect the state they change, and callers check that. */
@Repository
class HoldLedger {
  private static final String COLUMNS =
      """
      hold_id, show_id, user_id, status, expires_at, expires_at <= now() as due, booking_id,
      greatest(0, extract(epoch from expires_at - now()) * 1000)::bigint as millis_left,
      attempt, extensions, seat_count, currency, booked_at
      """;

  private final JdbcClient jdbc;
  private final AllocationSettings settings;

  HoldLedger(JdbcClient jdbc, AllocationSettings settings) {
    this.jdbc = jdbc;
    this.settings = settings;
  }

  /** Stores a new hold if its show is on sale by the database's clock. */
  int insert(HoldId holdId, ShowId showId, UserId userId) {
    return jdbc.sql(
            """
            insert into hold (hold_id, show_id, user_id, status, expires_at, seat_count,
              total_amount, currency, created_at)
            select :hold, show_id, :user, 'ACTIVE', now() + make_interval(secs => :seconds),
                   held.seats, held.amount, currency, now()
            from show_sale,
                 (select count(*) as seats, sum(price) as amount
                  from hold_seat where hold_id = :hold) held
            where show_id = :show and status = 'OPEN' and show_time > now()
              and (sales_start_at is null or sales_start_at <= now())
            """)
        .param("hold", holdId.value())
        .param("show", showId.value())
        .param("user", userId.value())
        .param("seconds", SeatLedger.seconds(settings.holdFor()))
        .update();
  }

  Optional<HoldRecord> find(HoldId holdId) {
    return jdbc.sql("select " + COLUMNS + " from hold where hold_id = :hold")
        .param("hold", holdId.value())
        .query((rs, _) -> row(rs))
        .optional();
  }

  Optional<HoldRecord> lock(HoldId holdId) {
    return jdbc.sql("select " + COLUMNS + " from hold where hold_id = :hold for update")
        .param("hold", holdId.value())
        .query((rs, _) -> row(rs))
        .optional();
  }

  /** Locks a hold's buyer and then the hold: what ends a hold changes both. */
  Optional<HoldRecord> lockWithBuyer(HoldId holdId) {
    return jdbc.sql(
            """
            select b.user_id
            from hold h join buyer_seats b on b.show_id = h.show_id and b.user_id = h.user_id
            where h.hold_id = :hold for update of b
            """)
        .param("hold", holdId.value())
        .query(String.class)
        .optional()
        .flatMap(_ -> lock(holdId));
  }

  /** Locks those of the holds whose time has passed, in key order. */
  List<HoldRecord> lockDue(Collection<HoldId> holdIds) {
    return lockDue(holdIds, "for update");
  }

  /** The same, leaving out those that somebody else has locked. */
  List<HoldRecord> lockDueFree(Collection<HoldId> holdIds) {
    return lockDue(holdIds, "for update skip locked");
  }

  private List<HoldRecord> lockDue(Collection<HoldId> holdIds, String how) {
    return jdbc.sql(
            "select "
                + COLUMNS
                + """
                from hold
                where hold_id = any(cast(:holds as uuid[]))
                  and status in ('ACTIVE', 'PAYING') and expires_at <= now()
                order by hold_id\s"""
                + how)
        .param("holds", texts(holdIds))
        .query((rs, _) -> row(rs))
        .list();
  }

  /** The holds that have been due longest, but for some. */
  List<HoldRecord> due(int atMost, Collection<HoldId> except) {
    return jdbc.sql(
            "select "
                + COLUMNS
                + """
                from hold
                where status in ('ACTIVE', 'PAYING') and expires_at <= now()
                  and hold_id <> all(cast(:except as uuid[]))
                order by expires_at limit :most
                """)
        .param("except", texts(except))
        .param("most", atMost)
        .query((rs, _) -> row(rs))
        .list();
  }

  List<HoldRecord> findAll(Collection<HoldId> holdIds) {
    return jdbc.sql("select " + COLUMNS + " from hold where hold_id = any(cast(:holds as uuid[]))")
        .param("holds", texts(holdIds))
        .query((rs, _) -> row(rs))
        .list();
  }

  /** A buyer's own due holds of a show. */
  List<HoldRecord> dueOf(ShowId showId, UserId userId) {
    return jdbc.sql(
            "select "
                + COLUMNS
                + """
                from hold
                where status in ('ACTIVE', 'PAYING') and expires_at <= now()
                  and show_id = :show and user_id = :user
                """)
        .param("show", showId.value())
        .param("user", userId.value())
        .query((rs, _) -> row(rs))
        .list();
  }

  /**
   * What is left until the next hold expires, but for some; by the database's clock, may be
   * negative.
   */
  Optional<Duration> untilNextExpiry(Collection<HoldId> except) {
    return jdbc.sql(
            """
            select (extract(epoch from expires_at - clock_timestamp()) * 1000)::bigint
            from hold
            where status in ('ACTIVE', 'PAYING') and hold_id <> all(cast(:except as uuid[]))
            order by expires_at limit 1
            """)
        .param("except", texts(except))
        .query(Long.class)
        .optional()
        .map(Duration::ofMillis);
  }

  /** Ends holds that are still in force. */
  int end(Collection<HoldId> holdIds, HoldStatus how) {
    return jdbc.sql(
            """
            update hold set status = :how, ended_at = now(), remaining = null
            where hold_id = any(cast(:holds as uuid[])) and status in ('ACTIVE', 'PAYING')
            """)
        .param("how", how.name())
        .param("holds", texts(holdIds))
        .update();
  }

  int extend(HoldId holdId) {
    return jdbc.sql(
            """
            update hold
            set expires_at = expires_at + make_interval(secs => :seconds),
                extensions = extensions + 1
            where hold_id = :hold and status = 'ACTIVE' and expires_at > now()
              and extensions < :max
            """)
        .param("hold", holdId.value())
        .param("seconds", SeatLedger.seconds(settings.extendFor()))
        .param("max", settings.extensionsMax())
        .update();
  }

  /**
   * Begins paying: the seats stay until the pay deadline, or for as long as they would have stayed
   * anyway. What was left of the hold is kept for a decline.
   */
  int pay(HoldId holdId, PaymentAttempt payment) {
    return jdbc.sql(
            """
            update hold
            set status = 'PAYING', booking_id = :booking, attempt = :attempt,
                remaining = expires_at - now(),
                expires_at = greatest(expires_at, now() + make_interval(secs => :seconds))
            where hold_id = :hold and status = 'ACTIVE' and expires_at > now()
              and (booking_id is distinct from :booking or attempt < :attempt)
              and show_id in (select show_id from show_sale where status = 'OPEN')
            """)
        .param("hold", holdId.value())
        .param("booking", payment.bookingId().value())
        .param("attempt", payment.number())
        .param("seconds", SeatLedger.seconds(settings.payFor()))
        .update();
  }

  /**
   * Paying came to nothing: the hold goes on for what was left of it, and no longer than it would
   * have by paying.
   */
  int unpay(HoldId holdId, PaymentAttempt payment) {
    return jdbc.sql(
            """
            update hold
            set status = 'ACTIVE', expires_at = least(expires_at, now() + remaining),
                remaining = null
            where hold_id = :hold and status = 'PAYING' and booking_id = :booking
              and attempt = :attempt and expires_at > now()
            """)
        .param("hold", holdId.value())
        .param("booking", payment.bookingId().value())
        .param("attempt", payment.number())
        .update();
  }

  int book(HoldId holdId, PaymentAttempt payment) {
    return jdbc.sql(
            """
            update hold set status = 'BOOKED', booked_at = now(), ended_at = now(), remaining = null
            where hold_id = :hold and status = 'PAYING' and booking_id = :booking
              and attempt = :attempt and expires_at > now()
            """)
        .param("hold", holdId.value())
        .param("booking", payment.bookingId().value())
        .param("attempt", payment.number())
        .update();
  }

  /** Which of these holds the database knows, whatever became of them. */
  List<HoldId> known(Collection<HoldId> holdIds) {
    return jdbc.sql("select hold_id from hold where hold_id = any(cast(:holds as uuid[]))")
        .param("holds", texts(holdIds))
        .query((rs, _) -> new HoldId(rs.getObject("hold_id", UUID.class)))
        .list();
  }

  private static String[] texts(Collection<HoldId> holdIds) {
    return holdIds.stream().map(HoldId::toString).toArray(String[]::new);
  }

  private static HoldRecord row(ResultSet rs) throws SQLException {
    UUID bookingId = rs.getObject("booking_id", UUID.class);
    OffsetDateTime bookedAt = rs.getObject("booked_at", OffsetDateTime.class);
    return new HoldRecord(
        new HoldId(rs.getObject("hold_id", UUID.class)),
        new ShowId(rs.getObject("show_id", UUID.class)),
        new UserId(rs.getString("user_id")),
        HoldStatus.valueOf(rs.getString("status")),
        rs.getBoolean("due"),
        rs.getObject("expires_at", OffsetDateTime.class).toInstant(),
        Duration.ofMillis(rs.getLong("millis_left")),
        bookingId == null ? null : new BookingId(bookingId),
        rs.getInt("attempt"),
        rs.getInt("extensions"),
        rs.getInt("seat_count"),
        Currency.getInstance(rs.getString("currency")),
        bookedAt == null ? null : bookedAt.toInstant());
  }
}
