package dev.boxoffice.system.race.checker;

import dev.boxoffice.system.race.history.History;
import dev.boxoffice.system.race.history.HoldRecord;
import dev.boxoffice.system.race.history.SeatEvent;
import dev.boxoffice.system.race.history.SeatRecord;
import dev.boxoffice.system.race.history.SeatStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * I3. A hold took all of its seats, has all of them while it is in force, and gave all of them up
 * when it ended; nothing is held by anything else.
 */
final class WholeHolds implements Check {

  @Override
  public Stream<Violation> violations(History history) {
    Map<UUID, List<SeatEvent>> events =
        history.events().stream().collect(Collectors.groupingBy(SeatEvent::holdId));
    Map<UUID, List<SeatRecord>> seats =
        history.seats().stream()
            .filter(seat -> seat.holdId() != null)
            .collect(
                Collectors.groupingBy(seat -> java.util.Objects.requireNonNull(seat.holdId())));
    List<Violation> found = new ArrayList<>();
    for (HoldRecord hold : history.holds()) {
      found.addAll(
          partsOf(
              hold,
              events.getOrDefault(hold.holdId(), List.of()),
              seats.getOrDefault(hold.holdId(), List.of())));
    }
    Set<UUID> known = history.holds().stream().map(HoldRecord::holdId).collect(Collectors.toSet());
    Stream.concat(events.keySet().stream(), seats.keySet().stream())
        .distinct()
        .filter(holdId -> !known.contains(holdId))
        .forEach(holdId -> found.add(violation("hold " + holdId + " has seats and is unknown")));
    return found.stream();
  }

  private static List<Violation> partsOf(
      HoldRecord hold, List<SeatEvent> events, List<SeatRecord> now) {
    List<Violation> found = new ArrayList<>();
    if (hold.seatCount() != hold.seatIds().size()) {
      found.add(violation(hold + " does not have as many seats as it says"));
    }
    Set<UUID> taken = seats(events, SeatStatus.AVAILABLE, SeatStatus.HELD);
    if (!taken.equals(hold.seatIds())) {
      found.add(violation(hold + " took only " + taken));
    }
    Set<UUID> freed = seats(events, SeatStatus.HELD, SeatStatus.AVAILABLE);
    Set<UUID> booked = seats(events, SeatStatus.HELD, SeatStatus.BOOKED);
    Set<UUID> none = Set.of();
    boolean freedAll =
        switch (hold.status()) {
          case ACTIVE, PAYING -> freed.equals(none) && booked.equals(none);
          case BOOKED -> freed.equals(none) && booked.equals(hold.seatIds());
          case RELEASED, EXPIRED -> freed.equals(hold.seatIds()) && booked.equals(none);
        };
    if (!freedAll) {
      found.add(violation(hold + " freed " + freed + " and booked " + booked));
    }
    Set<UUID> held = ids(now.stream().filter(seat -> seat.status() == SeatStatus.HELD));
    if (!held.equals(hold.status().inForce() ? hold.seatIds() : none)) {
      found.add(violation(hold + " holds " + held));
    }
    return found;
  }

  private static Set<UUID> seats(List<SeatEvent> events, SeatStatus from, SeatStatus to) {
    return events.stream()
        .filter(event -> event.from() == from && event.to() == to)
        .map(SeatEvent::seatId)
        .collect(Collectors.toSet());
  }

  private static Set<UUID> ids(Stream<SeatRecord> seats) {
    return seats.map(SeatRecord::seatId).collect(Collectors.toSet());
  }

  private static Violation violation(String detail) {
    return new Violation(Invariant.I3, detail);
  }
}
