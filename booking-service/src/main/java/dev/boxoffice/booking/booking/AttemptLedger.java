package dev.boxoffice.booking.booking;

import dev.boxoffice.booking.BookingId;
import dev.boxoffice.booking.PaymentId;
import dev.boxoffice.booking.payment.ProviderPaymentId;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes the table {@code payment_attempt}. */
@Repository
class AttemptLedger {

  private static final String[] SETTLED =
      Arrays.stream(Step.values()).filter(Step::isSettled).map(Step::name).toArray(String[]::new);

  private final JdbcClient jdbc;

  AttemptLedger(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Begins the next attempt of a booking that is locked. */
  Attempt begin(BookingId booking, String paymentMethodId, Instant at) {
    return jdbc.sql(
            """
            insert into payment_attempt
              (payment_id, booking_id, number, payment_method_id, step, started_at)
            select uuidv7(), :bookingId, count(*) + 1, :paymentMethodId, 'PAY', :at
            from payment_attempt
            where booking_id = :bookingId
            returning *
            """)
        .param("bookingId", booking.value())
        .param("paymentMethodId", paymentMethodId)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .query(AttemptLedger::attempt)
        .single();
  }

  /**
   * Records the step that comes next, and what the last one brought.
   *
   * @return the attempt as it is now; absent if it was not where this run had left it, because
   *     another has overtaken it
   */
  @Nullable Attempt advance(Attempt from, Attempt to, Instant at) {
    var payment = to.providerPayment();
    var deadline = to.payDeadline();
    return jdbc.sql(
            """
            update payment_attempt
            set step = :step,
                provider_payment_id = :providerPaymentId,
                next_action_url = :nextActionUrl,
                refusal = :refusal,
                decline_code = :declineCode,
                pay_deadline = least(pay_deadline, :payDeadline),
                ended_at = :endedAt
            where payment_id = :paymentId and step = :from
            returning *
            """)
        .param("step", to.step().name())
        .param("providerPaymentId", payment == null ? null : payment.value())
        .param("nextActionUrl", to.nextAction() == null ? null : to.nextAction().toString())
        .param("refusal", to.refusal() == null ? null : to.refusal().name())
        .param("declineCode", to.declineCode())
        .param("payDeadline", deadline == null ? null : deadline.atOffset(ZoneOffset.UTC))
        .param("endedAt", to.step().isEnd() ? at.atOffset(ZoneOffset.UTC) : null)
        .param("paymentId", to.id().value())
        .param("from", from.step().name())
        .query(AttemptLedger::attempt)
        .optional()
        .orElse(null);
  }

  /** Ends the time to pay of a running attempt; gives back which one it is, if there is one. */
  @Nullable PaymentId endPayTime(BookingId booking, Instant at) {
    return jdbc.sql(
            """
            update payment_attempt
            set pay_deadline = least(pay_deadline, :at)
            where booking_id = :bookingId and ended_at is null
            returning payment_id
            """)
        .param("bookingId", booking.value())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .query(UUID.class)
        .optional()
        .map(PaymentId::new)
        .orElse(null);
  }

  @Nullable Attempt find(PaymentId id) {
    return jdbc.sql("select * from payment_attempt where payment_id = :paymentId")
        .param("paymentId", id.value())
        .query(AttemptLedger::attempt)
        .optional()
        .orElse(null);
  }

  /** What can be said by now of attempts; those that are under way are not there. */
  Map<PaymentId, AttemptSeen> seen(Set<PaymentId> ids) {
    var seen = new HashMap<PaymentId, AttemptSeen>();
    jdbc.sql(
            """
            select w.id as wanted, a.*
            from unnest(cast(:ids as uuid[])) as w (id)
            left join payment_attempt a on a.payment_id = w.id
            where a.step is null or a.step = any(:settled)
            """)
        .param("ids", ids.stream().map(PaymentId::value).toArray(UUID[]::new))
        .param("settled", SETTLED)
        .query(
            row -> {
              seen.put(
                  new PaymentId(row.getObject("wanted", UUID.class)),
                  row.getString("step") == null
                      ? new AttemptSeen.Gone()
                      : new AttemptSeen.Settled(attempt(row, row.getRow())));
            });
    return seen;
  }

  @Nullable Attempt latest(BookingId booking) {
    return jdbc.sql(
            """
            select *
            from payment_attempt
            where booking_id = :bookingId
            order by number desc
            limit 1
            """)
        .param("bookingId", booking.value())
        .query(AttemptLedger::attempt)
        .optional()
        .orElse(null);
  }

  /** The latest attempt of each of these bookings that has one. */
  Map<BookingId, Attempt> latest(Collection<BookingId> bookings) {
    if (bookings.isEmpty()) {
      return Map.of();
    }
    return jdbc
        .sql(
            """
            select distinct on (booking_id) *
            from payment_attempt
            where booking_id in (:bookingIds)
            order by booking_id, number desc
            """)
        .param("bookingIds", bookings.stream().map(BookingId::value).toList())
        .query(AttemptLedger::attempt)
        .list()
        .stream()
        .collect(Collectors.toUnmodifiableMap(Attempt::bookingId, attempt -> attempt));
  }

  private static Attempt attempt(ResultSet row, int index) throws SQLException {
    var providerPaymentId = row.getString("provider_payment_id");
    var nextActionUrl = row.getString("next_action_url");
    var refusal = row.getString("refusal");
    var payDeadline = row.getObject("pay_deadline", OffsetDateTime.class);
    return new Attempt(
        new PaymentId(row.getObject("payment_id", UUID.class)),
        new BookingId(row.getObject("booking_id", UUID.class)),
        row.getInt("number"),
        row.getString("payment_method_id"),
        Step.valueOf(row.getString("step")),
        providerPaymentId == null ? null : new ProviderPaymentId(providerPaymentId),
        nextActionUrl == null ? null : URI.create(nextActionUrl),
        refusal == null ? null : Refusal.valueOf(refusal),
        row.getString("decline_code"),
        payDeadline == null ? null : payDeadline.toInstant());
  }
}
