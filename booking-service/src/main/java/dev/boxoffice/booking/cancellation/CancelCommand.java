package dev.boxoffice.booking.cancellation;

import dev.boxoffice.booking.BookingId;
import dev.boxoffice.booking.SeatId;
import dev.boxoffice.booking.UserId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A buyer's wish to give seats back.
 *
 * @param seatIds which ones; none stands for all
 */
record CancelCommand(
    BookingId bookingId, UserId userId, Set<SeatId> seatIds, @Nullable String reason) {

  CancelCommand {
    seatIds = Set.copyOf(seatIds);
  }
}
