package dev.boxoffice.seat.allocation;

import dev.boxoffice.seat.allocation.hold.HoldId;
import dev.boxoffice.seat.allocation.hold.HoldRequest;
import dev.boxoffice.seat.allocation.hold.UserId;
import dev.boxoffice.seat.allocation.house.Surroundings;
import dev.boxoffice.seat.sale.SeatId;
import dev.boxoffice.seat.sale.ShowId;
import dev.boxoffice.seat.sale.ShowTerms;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A hold that is to be written, under an id that tells later whether it was.
 *
 * @param around what is around the seats; null where single seats may be left alone
 */
record HoldOrder(
    HoldId holdId, HoldRequest request, ShowTerms terms, @Nullable Surroundings around) {
  ShowId showId() {
    return request.showId();
  }

  UserId userId() {
    return request.userId();
  }

  List<SeatId> seatIds() {
    return request.seatIds();
  }

  /** The seats to be locked: those wanted, and those that must not change meanwhile. */
  List<SeatId> seatsToLock() {
    return around == null
        ? seatIds()
        : Stream.concat(seatIds().stream(), around.nearby().stream()).toList();
  }
}
