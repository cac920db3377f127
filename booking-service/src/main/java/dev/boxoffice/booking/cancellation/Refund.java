package dev.boxoffice.booking.cancellation;

import dev.boxoffice.booking.BookingId;
import dev.boxoffice.booking.Money;
import dev.boxoffice.booking.payment.ProviderPaymentId;
import dev.boxoffice.booking.payment.ProviderRefundId;
import dev.boxoffice.booking.payment.RefundRequest;
import org.jspecify.annotations.Nullable;

/** Money due to a buyer. */
record Refund(
    CancellationId id,
    BookingId bookingId,
    ProviderPaymentId payment,
    Money amount,
    boolean due,
    @Nullable ProviderRefundId underway) {

  RefundRequest request() {
    return new RefundRequest(bookingId, id.value(), payment, amount);
  }
}
