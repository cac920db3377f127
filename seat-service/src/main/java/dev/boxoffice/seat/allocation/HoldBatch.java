package dev.boxoffice.seat.allocation;

import dev.boxoffice.seat.allocation.SeatLedger.SeatLook;
import dev.boxoffice.seat.allocation.hold.HoldId;
import dev.boxoffice.seat.allocation.hold.UserId;
import dev.boxoffice.seat.allocation.house.Surroundings;
import dev.boxoffice.seat.allocation.load.Batch;
import dev.boxoffice.seat.sale.SeatId;
import dev.boxoffice.seat.sale.ShowId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionStatus;

/**
 * Writes holds of several buyers of one show in one transaction, each with a verdict of its own: a
 * buyer who asks for too much, or too late, costs the others nothing.
 *
 * <p>Buyers' rows are locked first and raised at once, then seats, in key order and passing over
 * those that somebody else has locked: the batch waits for no seat. Whoever did not get all seats
 * has the count lowered again. Where no single seat may be left alone, the seats around those
 * wanted are locked as well: no two orders of a batch have any of these in common.
 */
@Component
class HoldBatch implements Batch<HoldOrder, HoldVerdict> {
  private final BuyerLedger buyers;
  private final SeatLedger seats;
  private final DueHoldLedger dueHolds;
  private final WriteHolds writeHolds;
  private final SeatNews news;

  HoldBatch(
      BuyerLedger buyers,
      SeatLedger seats,
      DueHoldLedger dueHolds,
      WriteHolds writeHolds,
      SeatNews news) {
    this.buyers = buyers;
    this.seats = seats;
    this.dueHolds = dueHolds;
    this.writeHolds = writeHolds;
    this.news = news;
  }

  private record BuyerOfShow(ShowId showId, UserId userId) {}

  @Override
  public Object laneOf(HoldOrder order) {
    return order.showId();
  }

  @Override
  public Collection<?> keysOf(HoldOrder order) {
    List<Object> keys = new ArrayList<>(order.seatsToLock());
    keys.add(new BuyerOfShow(order.showId(), order.userId()));
    return keys;
  }

  @Override
  public List<HoldVerdict> carryOut(TransactionStatus transaction, List<HoldOrder> orders) {
    ShowId showId = orders.getFirst().showId();
    Map<HoldId, HoldVerdict> verdicts = new HashMap<>(overLimit(showId, orders));
    List<HoldOrder> within = without(verdicts, orders);
    verdicts.putAll(notFree(showId, within));
    List<HoldOrder> granted = without(verdicts, within);
    Map<HoldId, HoldVerdict.Held> written =
        granted.isEmpty() ? Map.of() : writeHolds.write(showId, granted);
    if (written.isEmpty()) {
      granted.forEach(order -> verdicts.put(order.holdId(), new HoldVerdict.NotOnSale()));
      transaction.setRollbackOnly();
    } else {
      verdicts.putAll(written);
      buyers.lower(showId, seatsByBuyer(without(written, within)));
    }
    return orders.stream().map(order -> verdicts.get(order.holdId())).toList();
  }

  @Override
  public void tell(List<HoldVerdict> verdicts) {
    news.held(
        verdicts.stream()
            .filter(HoldVerdict.Held.class::isInstance)
            .map(HoldVerdict.Held.class::cast)
            .toList());
    news.refused(
        verdicts.stream()
            .filter(HoldVerdict.Taken.class::isInstance)
            .map(HoldVerdict.Taken.class::cast)
            .toList());
  }

  /** Raises the buyers' counts; those orders stay without a verdict that the limit allows. */
  private Map<HoldId, HoldVerdict> overLimit(ShowId showId, List<HoldOrder> orders) {
    Set<UserId> raised =
        buyers.raise(showId, seatsByBuyer(orders), orders.getFirst().terms().seatsPerUserMax());
    List<HoldOrder> refused =
        orders.stream().filter(order -> !raised.contains(order.userId())).toList();
    if (refused.isEmpty()) {
      return Map.of();
    }
    List<UserId> users = refused.stream().map(HoldOrder::userId).toList();
    Map<UserId, Integer> owned = buyers.counts(showId, users);
    Map<UserId, List<HoldId>> due = dueHolds.of(showId, users);
    return refused.stream()
        .collect(
            Collectors.toMap(
                HoldOrder::holdId,
                order ->
                    new HoldVerdict.OverLimit(
                        owned.getOrDefault(order.userId(), 0),
                        due.getOrDefault(order.userId(), List.of()))));
  }

  /** Locks the seats; those orders stay without a verdict that have all of theirs. */
  private Map<HoldId, HoldVerdict> notFree(ShowId showId, List<HoldOrder> orders) {
    List<SeatId> wanted = orders.stream().flatMap(order -> order.seatsToLock().stream()).toList();
    Map<SeatId, SeatLook> locked =
        wanted.isEmpty()
            ? Map.of()
            : seats.lockFree(showId, wanted).stream()
                .collect(Collectors.toMap(SeatLook::seatId, Function.identity()));
    Map<HoldId, HoldVerdict> verdicts = new HashMap<>();
    for (HoldOrder order : orders) {
      List<SeatLook> looks =
          order.seatIds().stream().filter(locked::containsKey).map(locked::get).toList();
      List<SeatLook> taken = looks.stream().filter(seat -> !seat.free()).toList();
      List<HoldId> due =
          looks.stream().filter(SeatLook::due).map(SeatLook::owner).distinct().toList();
      List<SeatId> stranded = stranded(order, locked);
      if (!stranded.isEmpty()) {
        verdicts.put(order.holdId(), new HoldVerdict.Strands(stranded));
      } else if (!taken.isEmpty()) {
        verdicts.put(order.holdId(), taken(order, taken));
      } else if (!due.isEmpty()) {
        verdicts.put(order.holdId(), new HoldVerdict.InTheWay(due));
      } else if (!locked.keySet().containsAll(order.seatsToLock())) {
        verdicts.put(order.holdId(), new HoldVerdict.Locked());
      }
    }
    return verdicts;
  }

  /** Nothing can be said of it as long as somebody is changing some of the seats. */
  private static List<SeatId> stranded(HoldOrder order, Map<SeatId, SeatLook> locked) {
    Surroundings around = order.around();
    if (around == null || !locked.keySet().containsAll(order.seatsToLock())) {
      return List.of();
    }
    return around.strandedAmong(
        order.seatsToLock().stream()
            .map(locked::get)
            .filter(SeatLook::free)
            .map(SeatLook::seatId)
            .toList());
  }

  private static HoldVerdict taken(HoldOrder order, List<SeatLook> taken) {
    return new HoldVerdict.Taken(
        order,
        taken.stream().map(SeatLook::seatId).toList(),
        taken.stream()
            .filter(seat -> seat.holdId() != null)
            .collect(Collectors.toMap(SeatLook::seatId, SeatLook::owner)));
  }

  private static List<HoldOrder> without(
      Map<HoldId, ? extends HoldVerdict> verdicts, List<HoldOrder> orders) {
    return orders.stream().filter(order -> !verdicts.containsKey(order.holdId())).toList();
  }

  private static Map<UserId, Integer> seatsByBuyer(List<HoldOrder> orders) {
    return orders.stream()
        .collect(Collectors.toMap(HoldOrder::userId, order -> order.seatIds().size()));
  }
}
