package dev.boxoffice.booking.cancellation;

import dev.boxoffice.booking.BookingId;
import dev.boxoffice.booking.Money;
import dev.boxoffice.booking.payment.PaymentProvider;
import dev.boxoffice.booking.payment.ProviderPaymentId;
import dev.boxoffice.booking.payment.ProviderRefundId;
import dev.boxoffice.booking.payment.RefundRequest;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Money due to a buyer. */
record Refund(
    CancellationId id,
    BookingId bookingId,
    ProviderPaymentId payment,
    Money amount,
    boolean due,
    Instant dueSince,
    @Nullable ProviderRefundId underway) {

  /** As it is to be asked for after that time; each round has a key of its own. */
  RefundRequest request(Instant now) {
    return new RefundRequest(
        bookingId, id.value(), payment, amount, age(now).dividedBy(PaymentProvider.SETTLED_AFTER));
  }

  /** Whether the request may be made again; between two rounds it can only be looked for. */
  boolean isRepeatable(Instant now) {
    var sinceItsRoundBegan = age(now).toMillis() % PaymentProvider.SETTLED_AFTER.toMillis();
    return sinceItsRoundBegan < PaymentProvider.REPEATABLE_FOR.toMillis();
  }

  private Duration age(Instant now) {
    return Duration.between(dueSince, now);
  }
}
