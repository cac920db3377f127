package dev.boxoffice.booking.booking;

import dev.boxoffice.booking.BookingId;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** What became of a wish to pay for a hold. */
sealed interface ConfirmOutcome {

  /** It is paid, by this request or by one before it. */
  record Confirmed(Booking booking, boolean byThisRequest) implements ConfirmOutcome {}

  /** Nobody knows yet; or the buyer has to do something first, at that address. */
  record Pending(BookingId bookingId, @Nullable URI nextAction) implements ConfirmOutcome {}

  /** There is no such hold of this buyer. */
  record HoldNotFound() implements ConfirmOutcome {}

  /** The hold has ended, and no money is taken. */
  record HoldExpired() implements ConfirmOutcome {}

  /**
   * This card did not pay.
   *
   * @param anotherMayPay whether the hold stays, for its remaining time, and another card may be
   *     tried
   */
  record Declined(BookingId bookingId, String declineCode, boolean anotherMayPay)
      implements ConfirmOutcome {}
}
