package dev.boxoffice.seat.allocation;

import dev.boxoffice.seat.allocation.hold.HoldId;
import dev.boxoffice.seat.allocation.hold.HoldRequest;
import dev.boxoffice.seat.allocation.hold.SeatsChanged;
import dev.boxoffice.seat.allocation.hold.UserId;
import dev.boxoffice.seat.allocation.load.AllocationSettings;
import dev.boxoffice.seat.sale.SeatId;
import dev.boxoffice.seat.sale.ShowId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Writes a hold in the caller's transaction: the buyer's limit, the seats, the hold itself. */
@Component
class WriteHold {
  private final BuyerLedger buyers;
  private final SeatLedger seats;
  private final HeldSeatLedger heldSeats;
  private final HoldLedger holds;
  private final AllocationSettings settings;

  WriteHold(
      BuyerLedger buyers,
      SeatLedger seats,
      HeldSeatLedger heldSeats,
      HoldLedger holds,
      AllocationSettings settings) {
    this.buyers = buyers;
    this.seats = seats;
    this.heldSeats = heldSeats;
    this.holds = holds;
    this.settings = settings;
  }

  HoldWritten write(HoldId holdId, HoldRequest request, int seatsPerUserMax) {
    ShowId showId = request.showId();
    UserId userId = request.userId();
    List<SeatId> wanted = request.seatIds();
    if (!buyers.raise(showId, userId, wanted.size(), seatsPerUserMax)) {
      return new HoldWritten.OverLimit(
          buyers.count(showId, userId), !holds.dueOf(showId, userId).isEmpty());
    }
    List<SeatsChanged.Change> changes = seats.hold(showId, wanted, holdId, settings.holdFor());
    if (changes.size() != wanted.size()) {
      return missing(showId, wanted, changes);
    }
    int priced = heldSeats.insert(holdId, showId, wanted);
    if (priced != wanted.size()) {
      throw new IllegalStateException("prices of " + priced + " of the seats " + wanted);
    }
    if (holds.insert(holdId, showId, userId) != 1) {
      return new HoldWritten.NotOnSale();
    }
    return new HoldWritten.Done(changes);
  }

  private HoldWritten missing(
      ShowId showId, List<SeatId> wanted, List<SeatsChanged.Change> changes) {
    Set<SeatId> missing = new HashSet<>(wanted);
    changes.forEach(change -> missing.remove(change.seatId()));
    return new HoldWritten.Missing(
        wanted.stream().filter(missing::contains).toList(),
        seats.look(showId, missing).stream().anyMatch(SeatLedger.SeatLook::free));
  }
}
