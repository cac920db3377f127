package dev.boxoffice.system.race.checker;

import dev.boxoffice.system.race.history.History;
import dev.boxoffice.system.race.history.HoldRecord;
import dev.boxoffice.system.race.history.SeatEvent;
import dev.boxoffice.system.race.history.SeatRecord;
import dev.boxoffice.system.race.history.SeatStatus;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * I9. At no moment of the history did a buyer have more seats than the limit, and the count that
 * guards it is the number of seats that the buyer has.
 */
final class WithinLimit implements Check {

  @Override
  public Stream<Violation> violations(History history) {
    Map<UUID, String> buyers =
        history.holds().stream().collect(Collectors.toMap(HoldRecord::holdId, HoldRecord::buyer));
    return Stream.concat(overLimit(history, buyers), miscounted(history, buyers));
  }

  private static Stream<Violation> overLimit(History history, Map<UUID, String> buyers) {
    List<Violation> found = new ArrayList<>();
    Map<String, Set<UUID>> owned = new HashMap<>();
    // A transaction that takes over an expired seat of its own buyer frees it first.
    Comparator<SeatEvent> inOrder =
        Comparator.comparing(SeatEvent::at)
            .thenComparingInt(event -> event.to() == SeatStatus.AVAILABLE ? 0 : 1)
            .thenComparingInt(SeatEvent::version);
    for (SeatEvent event : history.events().stream().sorted(inOrder).toList()) {
      String buyer = buyers.getOrDefault(event.holdId(), "of unknown hold " + event.holdId());
      Set<UUID> seats = owned.computeIfAbsent(buyer, _ -> new HashSet<>());
      boolean changed =
          event.to() == SeatStatus.AVAILABLE
              ? seats.remove(event.seatId())
              : seats.add(event.seatId());
      if (changed && seats.size() > history.limit() && event.to() == SeatStatus.HELD) {
        found.add(
            violation(
                "buyer %s had %d seats, and %d are allowed, after %s"
                    .formatted(buyer, seats.size(), history.limit(), event)));
      }
    }
    return found.stream();
  }

  private static Stream<Violation> miscounted(History history, Map<UUID, String> buyers) {
    Map<String, Integer> counted =
        history.seats().stream()
            .map(SeatRecord::holdId)
            .filter(Objects::nonNull)
            .map(holdId -> buyers.getOrDefault(holdId, "of unknown hold " + holdId))
            .collect(Collectors.toMap(buyer -> buyer, _ -> 1, Integer::sum));
    Set<String> all = new TreeSet<>(counted.keySet());
    all.addAll(history.buyerCounts().keySet());
    return all.stream()
        .filter(
            buyer ->
                !counted
                    .getOrDefault(buyer, 0)
                    .equals(history.buyerCounts().getOrDefault(buyer, 0)))
        .map(
            buyer ->
                violation(
                    "buyer %s has %s seats and is counted with %s"
                        .formatted(buyer, counted.get(buyer), history.buyerCounts().get(buyer))));
  }

  private static Violation violation(String detail) {
    return new Violation(Invariant.I9, detail);
  }
}
