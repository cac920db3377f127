package dev.boxoffice.seat.allocation;

import dev.boxoffice.seat.allocation.hold.HeldSeat;
import dev.boxoffice.seat.allocation.hold.Hold;
import dev.boxoffice.seat.allocation.hold.HoldId;
import dev.boxoffice.seat.allocation.hold.HoldRecord;
import dev.boxoffice.seat.allocation.hold.HoldStatus;
import dev.boxoffice.seat.sale.Money;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads a hold with its seats. */
@Component
class HoldReader {
  private final HoldLedger holds;
  private final HeldSeatLedger heldSeats;

  HoldReader(HoldLedger holds, HeldSeatLedger heldSeats) {
    this.holds = holds;
    this.heldSeats = heldSeats;
  }

  Optional<Hold> find(HoldId holdId) {
    return holds.find(holdId).map(this::withSeats);
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
