package dev.boxoffice.seat.allocation.best;

import dev.boxoffice.seat.allocation.HoldSeats;
import dev.boxoffice.seat.allocation.admission.Doors;
import dev.boxoffice.seat.allocation.best.FreeSeatLedger.FreeSeat;
import dev.boxoffice.seat.allocation.hold.HoldOutcome;
import dev.boxoffice.seat.allocation.hold.HoldRequest;
import dev.boxoffice.seat.allocation.hold.UserId;
import dev.boxoffice.seat.allocation.load.BoundedTransactions;
import dev.boxoffice.seat.guard.Visitor;
import dev.boxoffice.seat.sale.SeatId;
import dev.boxoffice.seat.sale.SectionId;
import dev.boxoffice.seat.sale.ShowTerms;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Holds the first seats side by side that are free; places of general admission have no neighbours,
 * any of one area will do. Whoever finds them gone looks further back, each time among more seats:
 * a crowd that wants the best seats spreads over the house instead of colliding row by row.
 */
@Component
public class HoldBestSeats {
  /** The best once, then others; with the last, thousands of places to sit are looked at. */
  private static final int ATTEMPTS_MAX = 8;

  private static final int WIDER_BY = 4;

  /** A reading is out of date when it has failed so often: the crowd sits down meanwhile. */
  private static final int READ_AGAIN_EVERY = 2;

  private final Doors doors;
  private final BoundedTransactions transactions;
  private final FreeSeatLedger freeSeats;
  private final HoldSeats holdSeats;

  HoldBestSeats(
      Doors doors,
      BoundedTransactions transactions,
      FreeSeatLedger freeSeats,
      HoldSeats holdSeats) {
    this.doors = doors;
    this.transactions = transactions;
    this.freeSeats = freeSeats;
    this.holdSeats = holdSeats;
  }

  public HoldOutcome hold(
      BestSeats wish, UserId userId, Visitor visitor, @Nullable String admissionToken) {
    return switch (doors.enter(wish.showId(), userId, visitor, admissionToken)) {
      case Doors.Passage.Shut(HoldOutcome why) -> why;
      case Doors.Passage.Open(ShowTerms terms) -> holdBest(wish, userId, admissionToken, terms);
    };
  }

  private HoldOutcome holdBest(
      BestSeats wish, UserId userId, @Nullable String admissionToken, ShowTerms terms) {
    Set<SeatId> gone = new HashSet<>();
    List<List<SeatId>> places = places(wish, gone);
    int lookAt = 1;
    for (int attempt = 1; attempt <= ATTEMPTS_MAX && !places.isEmpty(); attempt++) {
      int place = ThreadLocalRandom.current().nextInt(Math.min(lookAt, places.size()));
      HoldOutcome outcome =
          holdSeats.holdBehindDoors(
              new HoldRequest(wish.showId(), userId, places.get(place), admissionToken), terms);
      if (!(outcome instanceof HoldOutcome.SeatsTaken(List<SeatId> taken))) {
        return outcome;
      }
      gone.addAll(taken);
      places.removeIf(seats -> !Collections.disjoint(seats, gone));
      if (places.isEmpty() || attempt % READ_AGAIN_EVERY == 0) {
        places = places(wish, gone);
      }
      lookAt *= WIDER_BY;
    }
    return new HoldOutcome.SeatsTaken(List.copyOf(gone));
  }

  /** Seats kept for those who need them go to others only when there are no others. */
  private List<List<SeatId>> places(BestSeats wish, Set<SeatId> gone) {
    List<FreeSeat> free =
        transactions.run(_ -> freeSeats.find(wish)).stream()
            .filter(seat -> !gone.contains(seat.seatId()))
            .toList();
    List<FreeSeat> first =
        wish.accessible() ? free : free.stream().filter(seat -> !seat.kept()).toList();
    List<List<SeatId>> places = together(first, wish.quantity());
    return places.isEmpty() ? together(free, wish.quantity()) : places;
  }

  /** So many seats together, the best first; no seat is in two places. */
  static List<List<SeatId>> together(List<FreeSeat> free, int quantity) {
    Map<Integer, FreeSeat> byIndex =
        free.stream().collect(Collectors.toMap(FreeSeat::index, seat -> seat));
    Map<SectionId, List<SeatId>> areas = new HashMap<>();
    List<List<SeatId>> places = new ArrayList<>();
    for (FreeSeat first : free) {
      if (first.generalAdmission()) {
        List<SeatId> area = areas.computeIfAbsent(first.sectionId(), _ -> new ArrayList<>());
        area.add(first.seatId());
        if (area.size() == quantity) {
          places.add(List.copyOf(area));
          area.clear();
        }
      } else if (byIndex.containsKey(first.index())) {
        List<FreeSeat> row = toTheRight(first, byIndex, quantity);
        if (row.size() == quantity) {
          row.forEach(seat -> byIndex.remove(seat.index(), seat));
          places.add(row.stream().map(FreeSeat::seatId).toList());
        }
      }
    }
    return places;
  }

  private static List<FreeSeat> toTheRight(
      FreeSeat first, Map<Integer, FreeSeat> byIndex, int quantity) {
    List<FreeSeat> row = new ArrayList<>(quantity);
    for (FreeSeat seat = first;
        seat != null && row.size() < quantity;
        seat = byIndex.get(seat.rightIndex())) {
      row.add(seat);
    }
    return row;
  }
}
