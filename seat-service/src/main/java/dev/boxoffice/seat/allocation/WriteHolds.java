package dev.boxoffice.seat.allocation;

import dev.boxoffice.seat.allocation.HoldLedger.NewHold;
import dev.boxoffice.seat.allocation.hold.HeldSeat;
import dev.boxoffice.seat.allocation.hold.Hold;
import dev.boxoffice.seat.allocation.hold.HoldId;
import dev.boxoffice.seat.allocation.hold.HoldStatus;
import dev.boxoffice.seat.allocation.hold.SeatsChanged;
import dev.boxoffice.seat.allocation.load.AllocationSettings;
import dev.boxoffice.seat.sale.Money;
import dev.boxoffice.seat.sale.SeatId;
import dev.boxoffice.seat.sale.ShowId;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Writes holds whose buyers and seats are locked, in the caller's transaction: one statement a
 * table, however many holds, and each must change as many rows as it means to.
 */
@Component
class WriteHolds {
  private final SeatLedger seats;
  private final HeldSeatLedger heldSeats;
  private final HoldLedger holds;
  private final AllocationSettings settings;

  WriteHolds(
      SeatLedger seats, HeldSeatLedger heldSeats, HoldLedger holds, AllocationSettings settings) {
    this.seats = seats;
    this.heldSeats = heldSeats;
    this.holds = holds;
    this.settings = settings;
  }

  /** The holds by their ids; none, and the caller rolls back, if the show is not on sale. */
  Map<HoldId, HoldVerdict.Held> write(ShowId showId, List<HoldOrder> orders) {
    Map<SeatId, HoldId> owners = new LinkedHashMap<>();
    orders.forEach(order -> order.seatIds().forEach(seat -> owners.put(seat, order.holdId())));
    Map<SeatId, SeatsChanged.Change> changes =
        seats.hold(showId, owners).stream()
            .collect(Collectors.toMap(SeatsChanged.Change::seatId, Function.identity()));
    expect("seats to hold", owners.size(), changes.size());
    Map<HoldId, List<HeldSeat>> items =
        heldSeats.insert(showId, owners, orders.getFirst().terms().currency());
    expect("prices", owners.size(), items.values().stream().mapToInt(List::size).sum());
    List<NewHold> newHolds =
        orders.stream()
            .map(order -> newHold(order, items.getOrDefault(order.holdId(), List.of())))
            .toList();
    List<Instant> expiries = holds.insert(showId, newHolds);
    if (expiries.isEmpty()) {
      return Map.of();
    }
    expect("holds", orders.size(), expiries.size());
    Map<HoldId, HoldVerdict.Held> written = new HashMap<>();
    for (NewHold hold : newHolds) {
      List<HeldSeat> its = items.getOrDefault(hold.holdId(), List.of());
      written.put(
          hold.holdId(),
          new HoldVerdict.Held(
              hold(showId, hold, its, expiries.getFirst()),
              its.stream().map(HeldSeat::seatId).map(changes::get).toList()));
    }
    return written;
  }

  private static NewHold newHold(HoldOrder order, List<HeldSeat> items) {
    return new NewHold(
        order.holdId(),
        order.userId(),
        items.size(),
        items.stream().map(HeldSeat::price).reduce(Money::plus).orElseThrow());
  }

  private Hold hold(ShowId showId, NewHold written, List<HeldSeat> items, Instant expiresAt) {
    return new Hold(
        written.holdId(),
        showId,
        written.userId(),
        HoldStatus.ACTIVE,
        items,
        written.totalAmount(),
        expiresAt,
        settings.holdFor());
  }

  private static void expect(String what, int expected, int found) {
    if (expected != found) {
      throw new IllegalStateException(found + " instead of " + expected + " " + what);
    }
  }
}
