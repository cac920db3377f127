package dev.boxoffice.seat.allocation.hold;

import dev.boxoffice.seat.sale.SeatId;
import dev.boxoffice.seat.sale.ShowId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A wish to hold seats.
 *
 * @param admissionToken proof of having been let in by the waiting room, if the buyer sent one
 */
public record HoldRequest(
    ShowId showId, UserId userId, List<SeatId> seatIds, @Nullable String admissionToken) {

  public static final int SEATS_MAX = 10;

  public HoldRequest {
    seatIds = List.copyOf(seatIds);
    if (seatIds.isEmpty()
        || seatIds.size() > SEATS_MAX
        || seatIds.stream().distinct().count() != seatIds.size()) {
      throw new IllegalArgumentException("seats to hold: " + seatIds);
    }
  }
}
