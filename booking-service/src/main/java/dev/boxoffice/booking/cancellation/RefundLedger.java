package dev.boxoffice.booking.cancellation;

import dev.boxoffice.booking.BookingId;
import dev.boxoffice.booking.Money;
import dev.boxoffice.booking.payment.ProviderPaymentId;
import dev.boxoffice.booking.payment.ProviderRefundId;
import dev.boxoffice.booking.process.UnfinishedWork;
import dev.boxoffice.booking.process.WorkKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes the table {@code refund}, and with each refund due the work of paying it. */
@Repository
class RefundLedger {

  private final JdbcClient jdbc;
  private final UnfinishedWork work;

  RefundLedger(JdbcClient jdbc, UnfinishedWork work) {
    this.jdbc = jdbc;
    this.work = work;
  }

  /** Owes the cancellation's amount to whoever paid. */
  void due(Cancellation cancellation, Instant at) {
    int rows =
        jdbc.sql(
                """
                insert into refund
                  (refund_id, booking_id, provider_payment_id, amount, currency, status, due_since)
                select :refundId, b.booking_id, a.provider_payment_id, :amount, :currency, 'DUE', :at
                from booking b
                join payment_attempt a on a.payment_id = b.payment_id
                where b.booking_id = :bookingId and a.provider_payment_id is not null
                """)
            .param("refundId", cancellation.id().value())
            .param("bookingId", cancellation.bookingId().value())
            .param("amount", cancellation.amount().minorUnits())
            .param("currency", cancellation.amount().currency().getCurrencyCode())
            .param("at", at.atOffset(ZoneOffset.UTC))
            .update();
    if (rows != 1) {
      throw new IllegalStateException("Cancellation " + cancellation.id() + " has no payment");
    }
    work.beginLater(WorkKind.REFUND, cancellation.id().value(), Duration.ZERO);
  }

  /** Records that the provider is at it; false if another run has recorded how it ended. */
  boolean underway(CancellationId id, ProviderRefundId refund) {
    return jdbc.sql(
                """
                update refund
                set provider_refund_id = :providerRefundId
                where refund_id = :id and status = 'DUE'
                """)
            .param("id", id.value())
            .param("providerRefundId", refund.value())
            .update()
        == 1;
  }

  /** False if another run has recorded how it ended. */
  boolean paid(CancellationId id, ProviderRefundId refund, Instant at) {
    return jdbc.sql(
                """
                update refund
                set status = 'PAID', provider_refund_id = :providerRefundId, settled_at = :at
                where refund_id = :id and status = 'DUE'
                """)
            .param("id", id.value())
            .param("providerRefundId", refund.value())
            .param("at", at.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  /** False if another run has recorded how it ended. */
  boolean refused(CancellationId id, String code, Instant at) {
    return jdbc.sql(
                """
                update refund
                set status = 'REFUSED', failure_code = :code, settled_at = :at
                where refund_id = :id and status = 'DUE'
                """)
            .param("id", id.value())
            .param("code", code)
            .param("at", at.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  @Nullable Refund find(CancellationId id) {
    return jdbc.sql("select * from refund where refund_id = :id")
        .param("id", id.value())
        .query(RefundLedger::refund)
        .optional()
        .orElse(null);
  }

  private static Refund refund(ResultSet row, int index) throws SQLException {
    var underway = row.getString("provider_refund_id");
    return new Refund(
        new CancellationId(row.getObject("refund_id", UUID.class)),
        new BookingId(row.getObject("booking_id", UUID.class)),
        new ProviderPaymentId(row.getString("provider_payment_id")),
        Money.of(row.getLong("amount"), row.getString("currency")),
        row.getString("status").equals("DUE"),
        row.getObject("due_since", OffsetDateTime.class).toInstant(),
        underway == null ? null : new ProviderRefundId(underway));
  }
}
