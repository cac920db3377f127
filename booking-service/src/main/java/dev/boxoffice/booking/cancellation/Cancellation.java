package dev.boxoffice.booking.cancellation;

import dev.boxoffice.booking.BookingId;
import dev.boxoffice.booking.Money;
import dev.boxoffice.booking.SeatId;
import dev.boxoffice.booking.booking.BookingStatus;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Seats of a booking given back.
 *
 * @param requested the seats asked for; none stands for all that were left
 * @param seatIds the seats that go
 * @param percentage of their price that comes back, fixed when it was asked for
 * @param statusAfter what the booking was once they were gone
 */
record Cancellation(
    CancellationId id,
    BookingId bookingId,
    Set<SeatId> requested,
    Set<SeatId> seatIds,
    Cause cause,
    @Nullable String reason,
    int percentage,
    Money amount,
    CancellationStep step,
    @Nullable BookingStatus statusAfter) {

  Cancellation {
    requested = Set.copyOf(requested);
    seatIds = Set.copyOf(seatIds);
    if (seatIds.isEmpty()) {
      throw new IllegalArgumentException("A cancellation has at least one seat");
    }
  }
}
