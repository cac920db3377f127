package dev.boxoffice.seat.allocation.hold;

/**
 * One attempt of a booking to pay for its hold. A step that arrives late must not undo or complete
 * what a later attempt began.
 *
 * @param number counted from 1 in each booking
 */
public record PaymentAttempt(BookingId bookingId, int number) {
  public PaymentAttempt {
    if (number < 1) {
      throw new IllegalArgumentException("attempt " + number);
    }
  }
}
