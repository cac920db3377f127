package dev.boxoffice.seat.allocation;

import dev.boxoffice.seat.allocation.hold.HoldId;
import dev.boxoffice.seat.allocation.hold.HoldRecord;
import dev.boxoffice.seat.allocation.hold.HoldStatus;
import dev.boxoffice.seat.allocation.hold.PaymentAttempt;
import dev.boxoffice.seat.allocation.hold.UserId;
import dev.boxoffice.seat.allocation.load.AllocationSettings;
import dev.boxoffice.seat.sale.Money;
import dev.boxoffice.seat.sale.ShowId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Owns {@code hold}. Its statements expect the state they change, and callers check that. */
@Repository
class HoldLedger {
  static final String INSERT =
      """
      insert into hold (hold_id, show_id, user_id, status, expires_at, seat_count,
        total_amount, currency, created_at)
      select n.hold_id, s.show_id, n.user_id, 'ACTIVE', now() + make_interval(secs => :seconds),
             n.seats, n.amount, s.currency, now()
      from show_sale s,
           unnest(cast(:holds as uuid[]), cast(:users as text[]), cast(:counts as integer[]),
             cast(:amounts as bigint[])) as n (hold_id, user_id, seats, amount)
      where s.show_id = :show and s.status = 'OPEN' and s.show_time > now()
        and (s.sales_start_at is null or s.sales_start_at <= now())
      returning expires_at
      """;

  static final String END =
      """
      update hold set status = :how, ended_at = now(), remaining = null
      where hold_id = any(cast(:holds as uuid[])) and status in ('ACTIVE', 'PAYING')
      """;

  static final String PAY =
      """
      update hold
      set status = 'PAYING', booking_id = :booking, attempt = :attempt,
          remaining = expires_at - now(),
          expires_at = greatest(expires_at, now() + make_interval(secs => :seconds))
      where hold_id = :hold and status = 'ACTIVE' and expires_at > now()
        and (booking_id is distinct from :booking or attempt < :attempt)
        and show_id in (select show_id from show_sale where status = 'OPEN')
      """;

  static final String UNPAY =
      """
      update hold
      set status = 'ACTIVE', expires_at = least(expires_at, now() + remaining),
          remaining = null
      where hold_id = :hold and status = 'PAYING' and booking_id = :booking
        and attempt = :attempt and expires_at > now()
      """;

  static final String EXTEND =
      """
      update hold
      set expires_at = expires_at + make_interval(secs => :seconds),
          extensions = extensions + 1
      where hold_id = :hold and status = 'ACTIVE' and expires_at > now()
        and extensions < :max
        and exists (
          select from show_sale s where s.show_id = hold.show_id and s.status = 'OPEN')
      """;

  static final String BOOK =
      """
      update hold set status = 'BOOKED', booked_at = now(), ended_at = now(), remaining = null
      where hold_id = any(cast(:holds as uuid[])) and status = 'PAYING' and expires_at > now()
      returning hold_id, booked_at
      """;

  static final String LOCK_BUYERS =
      """
      select b.user_id from buyer_seats b
      where (b.show_id, b.user_id) in (
        select show_id, user_id from hold where hold_id = any(cast(:holds as uuid[])))
      order by b.show_id, b.user_id for update
      """;

  static final String LOCK =
      "select "
          + HoldRow.COLUMNS
          + "from hold where hold_id = any(cast(:holds as uuid[])) order by hold_id for update";

  private final JdbcClient jdbc;
  private final AllocationSettings settings;

  HoldLedger(JdbcClient jdbc, AllocationSettings settings) {
    this.jdbc = jdbc;
    this.settings = settings;
  }

  /**
   * Stores new holds of a show, or none if it is not on sale by the database's clock.
   *
   * @return when each expires
   */
  List<Instant> insert(ShowId showId, List<NewHold> newHolds) {
    return jdbc.sql(INSERT)
        .param("show", showId.value())
        .param("holds", texts(newHolds.stream().map(NewHold::holdId).toList()))
        .param("users", newHolds.stream().map(hold -> hold.userId().value()).toArray(String[]::new))
        .param("counts", newHolds.stream().map(NewHold::seatCount).toArray(Integer[]::new))
        .param(
            "amounts",
            newHolds.stream().map(hold -> hold.totalAmount().minorUnits()).toArray(Long[]::new))
        .param("seconds", SeatLedger.seconds(settings.holdFor()))
        .query((rs, _) -> rs.getObject("expires_at", OffsetDateTime.class).toInstant())
        .list();
  }

  /** A hold that is to be stored. */
  record NewHold(HoldId holdId, UserId userId, int seatCount, Money totalAmount) {}

  Optional<HoldRecord> find(HoldId holdId) {
    return jdbc.sql("select " + HoldRow.COLUMNS + " from hold where hold_id = :hold")
        .param("hold", holdId.value())
        .query((rs, _) -> HoldRow.read(rs))
        .optional();
  }

  Optional<HoldRecord> lock(HoldId holdId) {
    return jdbc.sql("select " + HoldRow.COLUMNS + " from hold where hold_id = :hold for update")
        .param("hold", holdId.value())
        .query((rs, _) -> HoldRow.read(rs))
        .optional();
  }

  /** Locks holds, in key order. */
  Map<HoldId, HoldRecord> lock(Collection<HoldId> holdIds) {
    return jdbc
        .sql(LOCK)
        .param("holds", texts(holdIds))
        .query((rs, _) -> HoldRow.read(rs))
        .list()
        .stream()
        .collect(Collectors.toMap(HoldRecord::holdId, hold -> hold));
  }

  /** Locks a hold's buyer and then the hold: what ends a hold changes both. */
  Optional<HoldRecord> lockWithBuyer(HoldId holdId) {
    return Optional.ofNullable(lockWithBuyers(List.of(holdId)).get(holdId));
  }

  /** The same for several holds, in key order. */
  Map<HoldId, HoldRecord> lockWithBuyers(Collection<HoldId> holdIds) {
    boolean none =
        jdbc.sql(LOCK_BUYERS).param("holds", texts(holdIds)).query(String.class).list().isEmpty();
    return none ? Map.of() : lock(holdIds);
  }

  /** Ends holds that are still in force. */
  int end(Collection<HoldId> holdIds, HoldStatus how) {
    return jdbc.sql(END).param("how", how.name()).param("holds", texts(holdIds)).update();
  }

  int extend(HoldId holdId) {
    return jdbc.sql(EXTEND)
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
    return jdbc.sql(PAY)
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
    return jdbc.sql(UNPAY)
        .param("hold", holdId.value())
        .param("booking", payment.bookingId().value())
        .param("attempt", payment.number())
        .update();
  }

  /**
   * Turns holds into booked ones that are locked, and being paid by the attempt that asks.
   *
   * @return when each was booked
   */
  Map<HoldId, Instant> book(Collection<HoldId> holdIds) {
    Map<HoldId, Instant> booked = new HashMap<>();
    jdbc.sql(BOOK)
        .param("holds", texts(holdIds))
        .query(
            rs -> {
              Instant at = rs.getObject("booked_at", OffsetDateTime.class).toInstant();
              booked.put(new HoldId(rs.getObject("hold_id", UUID.class)), at);
            });
    return booked;
  }

  /** Which of these holds the database knows, whatever became of them. */
  List<HoldId> known(Collection<HoldId> holdIds) {
    return jdbc.sql("select hold_id from hold where hold_id = any(cast(:holds as uuid[]))")
        .param("holds", texts(holdIds))
        .query((rs, _) -> new HoldId(rs.getObject("hold_id", UUID.class)))
        .list();
  }

  static String[] texts(Collection<HoldId> holdIds) {
    return holdIds.stream().map(HoldId::toString).toArray(String[]::new);
  }
}
