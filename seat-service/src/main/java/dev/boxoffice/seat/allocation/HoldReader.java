package dev.boxoffice.seat.allocation;

import dev.boxoffice.seat.allocation.hold.HeldSeat;
import dev.boxoffice.seat.allocation.hold.Hold;
import dev.boxoffice.seat.allocation.hold.HoldId;
import dev.boxoffice.seat.allocation.hold.HoldRecord;
import dev.boxoffice.seat.allocation.hold.HoldStatus;
import dev.boxoffice.seat.sale.Money;
import dev.boxoffice.seat.sale.SeatId;
import dev.boxoffice.seat.sale.ShowId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads holds with their seats, and what has become of seats. */
@Component
class HoldReader {
  private final HoldLedger holds;
  private final HeldSeatLedger heldSeats;
  private final SeatLedger seats;

  HoldReader(HoldLedger holds, HeldSeatLedger heldSeats, SeatLedger seats) {
    this.holds = holds;
    this.heldSeats = heldSeats;
    this.seats = seats;
  }

  Optional<Hold> find(HoldId holdId) {
    return holds.find(holdId).map(this::withSeats);
  }

  /** Those of the seats that a new hold would not get. */
  List<SeatId> taken(ShowId showId, List<SeatId> wanted) {
    return seats.look(showId, wanted).stream()
        .filter(seat -> !seat.free())
        .map(SeatLedger.SeatLook::seatId)
        .toList();
  }

  private Hold withSeats(HoldRecord hold) {
    List<HeldSeat> items = heldSeats.items(hold);
    boolean expired =
        hold.due() && (hold.status() == HoldStatus.ACTIVE || hold.status() == HoldStatus.PAYING);
    return new Hold(
        hold.holdId(),
        hold.showId(),
        hold.userId(),
        expired ? HoldStatus.EXPIRED : hold.status(),
        items,
        items.stream().map(HeldSeat::price).reduce(Money::plus).orElseThrow(),
        hold.expiresAt(),
        hold.expiresIn());
  }
}
