package dev.boxoffice.booking.reconciliation;

import dev.boxoffice.booking.Money;
import dev.boxoffice.booking.payment.ProviderPaymentId;
import dev.boxoffice.booking.payment.ProviderRefundId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what is on record of money, and writes nothing. */
@Repository
class BooksLedger {

  private static final String PAYMENTS =
      """
      select a.provider_payment_id, a.started_at, b.currency, a.ended_at is not null as ended,
             case when a.step = 'CONFIRMED' then b.total_amount else 0 end as captured
      from payment_attempt a
      join booking b using (booking_id)
      where b.currency is not null and a.provider_payment_id is not null
      """;

  private final JdbcClient jdbc;

  BooksLedger(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Those of the payments that we know. */
  List<OwnPayment> payments(Collection<String> ids) {
    return jdbc.sql(PAYMENTS + "and a.provider_payment_id = any(:ids)")
        .param("ids", ids.toArray(String[]::new))
        .query(BooksLedger::payment)
        .list();
  }

  /** Payments that were begun in a time. */
  List<OwnPayment> payments(Instant from, Instant to) {
    return jdbc.sql(PAYMENTS + "and a.started_at >= :from and a.started_at < :to")
        .param("from", from.atOffset(ZoneOffset.UTC))
        .param("to", to.atOffset(ZoneOffset.UTC))
        .query(BooksLedger::payment)
        .list();
  }

  /** Refunds that came due in a time and have been paid. */
  List<OwnRefund> refundsPaid(Instant from, Instant to) {
    return jdbc.sql(
            """
            select provider_refund_id, due_since, amount, currency
            from refund
            where status = 'PAID' and due_since >= :from and due_since < :to
            """)
        .param("from", from.atOffset(ZoneOffset.UTC))
        .param("to", to.atOffset(ZoneOffset.UTC))
        .query(BooksLedger::refund)
        .list();
  }

  /** Those of the refunds that we know, paid or under way. */
  List<OwnRefund> refunds(Collection<String> ids) {
    return jdbc.sql(
            """
            select provider_refund_id, due_since, amount, currency
            from refund
            where provider_refund_id = any(:ids)
            """)
        .param("ids", ids.toArray(String[]::new))
        .query(BooksLedger::refund)
        .list();
  }

  private static OwnPayment payment(ResultSet row, int index) throws SQLException {
    return new OwnPayment(
        new ProviderPaymentId(row.getString("provider_payment_id")),
        row.getObject("started_at", OffsetDateTime.class).toInstant(),
        Money.of(row.getLong("captured"), row.getString("currency")),
        row.getBoolean("ended"));
  }

  private static OwnRefund refund(ResultSet row, int index) throws SQLException {
    return new OwnRefund(
        new ProviderRefundId(row.getString("provider_refund_id")),
        row.getObject("due_since", OffsetDateTime.class).toInstant(),
        Money.of(row.getLong("amount"), row.getString("currency")));
  }
}
