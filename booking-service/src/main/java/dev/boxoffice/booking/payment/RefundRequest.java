package dev.boxoffice.booking.payment;

import dev.boxoffice.booking.BookingId;
import dev.boxoffice.booking.Money;
import java.util.UUID;

/** A wish to give captured money back. */
public record RefundRequest(
    BookingId bookingId, UUID refundId, ProviderPaymentId payment, Money amount) {

  /** The same for every repetition of this refund, and for nothing else. */
  public String idempotencyKey() {
    return bookingId + ":refund:" + refundId;
  }
}
