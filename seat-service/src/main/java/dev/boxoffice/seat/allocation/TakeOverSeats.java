package dev.boxoffice.seat.allocation;

import dev.boxoffice.seat.allocation.hold.EndedHolds;
import dev.boxoffice.seat.allocation.hold.HoldId;
import dev.boxoffice.seat.allocation.hold.HoldRecord;
import dev.boxoffice.seat.allocation.hold.HoldRequest;
import dev.boxoffice.seat.allocation.hold.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Ends, in the transaction of a new hold, the holds whose time has passed and that still have any
 * of its seats. A whole hold expires with its first seat.
 */
@Component
class TakeOverSeats {
  private final SeatLedger seats;
  private final HoldLedger holds;
  private final BuyerLedger buyers;
  private final EndHolds endHolds;

  TakeOverSeats(SeatLedger seats, HoldLedger holds, BuyerLedger buyers, EndHolds endHolds) {
    this.seats = seats;
    this.holds = holds;
    this.buyers = buyers;
    this.endHolds = endHolds;
  }

  /**
   * Makes way for the request.
   *
   * @param ownToo also ends the buyer's own holds whose time has passed, which count against the
   *     limit as long as nobody has
   */
  EndedHolds makeWay(HoldRequest request, boolean ownToo) {
    List<HoldId> inTheWay = seats.dueHolds(request.showId(), request.seatIds());
    List<HoldRecord> due = new ArrayList<>();
    if (!inTheWay.isEmpty()) {
      due.addAll(holds.findAll(inTheWay));
    }
    if (ownToo) {
      due.addAll(holds.dueOf(request.showId(), request.userId()));
    }
    if (due.isEmpty()) {
      return EndedHolds.none(request.showId());
    }
    Set<String> users =
        due.stream()
            .map(hold -> hold.userId().value())
            .collect(Collectors.toCollection(TreeSet::new));
    users.add(request.userId().value());
    int made = buyers.ensure(request.showId(), request.userId());
    Set<UserId> locked = buyers.lock(request.showId(), users.stream().map(UserId::new).toList());
    if (made > 1 || locked.size() != users.size()) {
      throw new IllegalStateException("rows of the buyers " + users + ": " + locked);
    }
    List<HoldId> holdIds = due.stream().map(HoldRecord::holdId).distinct().sorted().toList();
    return endHolds.expireFor(request.showId(), holds.lockDue(holdIds), request.seatIds());
  }
}
