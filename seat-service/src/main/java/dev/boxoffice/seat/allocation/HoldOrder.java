package dev.boxoffice.seat.allocation;

import dev.boxoffice.seat.allocation.hold.HoldId;
import dev.boxoffice.seat.allocation.hold.HoldRequest;
import dev.boxoffice.seat.allocation.hold.UserId;
import dev.boxoffice.seat.allocation.house.Surroundings;
import dev.boxoffice.seat.sale.SeatId;
import dev.boxoffice.seat.sale.ShowId;
import dev.boxoffice.seat.sale.ShowTerms;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A hold that is to be written, under an id that tells later whether it was.
 *
 * @param around what is around the seats; empty where single seats may be left alone
 */
record HoldOrder(
    HoldId holdId, HoldRequest request, ShowTerms terms, Optional<Surroundings> around) {
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
    return around
        .map(Surroundings::nearby)
        .map(nearby -> Stream.concat(seatIds().stream(), nearby.stream()).toList())
        .orElseGet(this::seatIds);
  }
}
