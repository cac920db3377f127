package dev.boxoffice.seat.allocation;

import dev.boxoffice.seat.allocation.FreeSeatLedger.FreeSeat;
import dev.boxoffice.seat.sale.SeatId;
import dev.boxoffice.seat.sale.SectionId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Holds the first seats side by side that are free; places of general admission have no neighbours,
 * any of one area will do.
 */
@Component
class HoldBestSeats {
  /** Others may be quicker with the seats found; then the next are tried. */
  private static final int ATTEMPTS_MAX = 5;

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

  HoldOutcome hold(BestSeats wish, UserId userId, @Nullable String admissionToken) {
    if (doors.enter(wish.showId(), userId, admissionToken)
        instanceof Doors.Passage.Shut(HoldOutcome why)) {
      return why;
    }
    Set<SeatId> gone = new HashSet<>();
    for (int attempt = 0; attempt < ATTEMPTS_MAX; attempt++) {
      List<FreeSeat> free =
          transactions.run(_ -> freeSeats.find(wish)).stream()
              .filter(seat -> !gone.contains(seat.seatId()))
              .toList();
      List<SeatId> together = together(free, wish.quantity());
      if (together.isEmpty()) {
        break;
      }
      HoldOutcome outcome =
          holdSeats.hold(new HoldRequest(wish.showId(), userId, together, admissionToken));
      if (!(outcome instanceof HoldOutcome.SeatsTaken(List<SeatId> taken))) {
        return outcome;
      }
      gone.addAll(taken);
    }
    return new HoldOutcome.SeatsTaken(List.copyOf(gone));
  }

  /** The first so many seats together, or nothing. */
  static List<SeatId> together(List<FreeSeat> free, int quantity) {
    Map<Integer, FreeSeat> byIndex =
        free.stream().collect(Collectors.toMap(FreeSeat::index, seat -> seat));
    Map<SectionId, List<SeatId>> areas = new HashMap<>();
    for (FreeSeat first : free) {
      List<SeatId> together =
          first.generalAdmission()
              ? areas.computeIfAbsent(first.sectionId(), _ -> new ArrayList<>())
              : toTheRight(first, byIndex, quantity);
      if (first.generalAdmission()) {
        together.add(first.seatId());
      }
      if (together.size() == quantity) {
        return together;
      }
    }
    return List.of();
  }

  private static List<SeatId> toTheRight(
      FreeSeat first, Map<Integer, FreeSeat> byIndex, int quantity) {
    List<SeatId> row = new ArrayList<>(quantity);
    for (FreeSeat seat = first;
        seat != null && row.size() < quantity;
        seat = byIndex.get(seat.rightIndex())) {
      row.add(seat.seatId());
    }
    return row;
  }
}
