package dev.boxoffice.seat.allocation;

import dev.boxoffice.seat.allocation.hold.HoldId;
import dev.boxoffice.seat.allocation.hold.HoldRequest;
import dev.boxoffice.seat.allocation.hold.UserId;
import dev.boxoffice.seat.sale.SeatId;
import dev.boxoffice.seat.sale.ShowId;
import dev.boxoffice.seat.sale.ShowTerms;
import java.util.List;

/** A hold that is to be written, under an id that tells later whether it was. */
record HoldOrder(HoldId holdId, HoldRequest request, ShowTerms terms) {
  ShowId showId() {
    return request.showId();
  }

  UserId userId() {
    return request.userId();
  }

  List<SeatId> seatIds() {
    return request.seatIds();
  }
}
