package dev.boxoffice.booking.payment;

import dev.boxoffice.booking.BookingId;
import dev.boxoffice.booking.Money;
import java.util.UUID;

/**
 * A wish to give captured money back.
 *
 * @param round rises, from 0, when the key of the last round is forgotten and the wish was looked
 *     for in vain
 */
public record RefundRequest(
    BookingId bookingId, UUID refundId, ProviderPaymentId payment, Money amount, long round) {

  /** The same for every repetition of this refund within a round, and for nothing else. */
  public String idempotencyKey() {
    var key = bookingId + ":refund:" + refundId;
    return round == 0 ? key : key + ":" + round;
  }
}
