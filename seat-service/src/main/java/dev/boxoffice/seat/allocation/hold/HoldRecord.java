package dev.boxoffice.seat.allocation.hold;

import dev.boxoffice.seat.sale.ShowId;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * A hold's own row, without its seats.
 *
 * @param due whether its time has passed by the database's clock, although nobody has ended it yet
 * @param attempt the number of the booking's attempt that pays or was last to, 0 if none was
 */
public record HoldRecord(
    HoldId holdId,
    ShowId showId,
    UserId userId,
    HoldStatus status,
    boolean due,
    Instant expiresAt,
    Duration expiresIn,
    @Nullable BookingId bookingId,
    int attempt,
    int extensions,
    int seatCount,
    Currency currency,
    @Nullable Instant bookedAt) {

  public boolean live() {
    return !due && inForce();
  }

  /** Whether nobody has ended or booked it, though its time may have passed. */
  public boolean inForce() {
    return status == HoldStatus.ACTIVE || status == HoldStatus.PAYING;
  }

  /** Whether this attempt is the one that pays or has booked. */
  public boolean isOf(PaymentAttempt payment) {
    return isOf(payment.bookingId()) && payment.number() == attempt;
  }

  /** Whether this booking is the one that pays or has booked. */
  public boolean isOf(BookingId booking) {
    return booking.equals(bookingId);
  }
}
