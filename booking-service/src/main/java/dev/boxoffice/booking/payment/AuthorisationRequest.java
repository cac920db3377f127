package dev.boxoffice.booking.payment;

import dev.boxoffice.booking.BookingId;
import dev.boxoffice.booking.Money;
import dev.boxoffice.booking.PaymentId;

/**
 * A wish to have money set aside.
 *
 * @param number which attempt of the booking this is, from 1; part of the idempotency key
 * @param paymentMethodId what to pay with, in the provider's words
 */
public record AuthorisationRequest(
    BookingId bookingId, int number, PaymentId paymentId, Money amount, String paymentMethodId) {

  /** The same for every repetition of this attempt, and for nothing else. */
  public String idempotencyKey() {
    return bookingId + ":" + number;
  }
}
