package dev.boxoffice.system.race.checker;

import dev.boxoffice.system.race.history.History;
import dev.boxoffice.system.race.history.SeatEvent;
import dev.boxoffice.system.race.history.SeatRecord;
import dev.boxoffice.system.race.history.SeatStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * I1. Every change of a seat starts from the state that the one before left, by the owner that it
 * left; the times at which owners had the seat do not overlap; and the seat is as its history ends.
 */
final class OneOwner implements Check {

  private record State(int version, SeatStatus status, @Nullable UUID owner) {}

  private record Tenure(UUID owner, Instant from, Instant until) {}

  @Override
  public Stream<Violation> violations(History history) {
    Map<UUID, List<SeatEvent>> bySeat =
        history.events().stream().collect(Collectors.groupingBy(SeatEvent::seatId));
    List<Violation> found = new ArrayList<>();
    for (SeatRecord seat : history.seats()) {
      List<SeatEvent> events = bySeat.getOrDefault(seat.seatId(), List.of());
      found.addAll(brokenLinks(seat, events));
      found.addAll(overlaps(seat.seatId(), tenures(events)));
    }
    Set<UUID> known =
        history.seats().stream()
            .map(SeatRecord::seatId)
            .collect(Collectors.toCollection(HashSet::new));
    bySeat.keySet().stream()
        .filter(seatId -> !known.contains(seatId))
        .forEach(seatId -> found.add(violation("seat %s is no seat of the show", seatId)));
    return found.stream();
  }

  private static List<Violation> brokenLinks(SeatRecord seat, List<SeatEvent> events) {
    List<Violation> found = new ArrayList<>();
    State state = new State(0, SeatStatus.AVAILABLE, null);
    for (SeatEvent event :
        events.stream().sorted(Comparator.comparingInt(SeatEvent::version)).toList()) {
      if (event.version() != state.version() + 1) {
        found.add(violation("version %s is followed by %s", state.version(), event));
      }
      if (event.from() != state.status()) {
        found.add(violation("the seat was %s before %s", state, event));
      } else if (state.owner() != null && !event.holdId().equals(state.owner())) {
        found.add(violation("the seat was of hold %s before %s", state.owner(), event));
      }
      if (event.to() == SeatStatus.BOOKED && event.from() != SeatStatus.HELD) {
        found.add(violation("booked without being held: %s", event));
      }
      UUID owner = event.to() == SeatStatus.AVAILABLE ? null : event.holdId();
      state = new State(event.version(), event.to(), owner);
    }
    if (!state.equals(new State(seat.version(), seat.status(), seat.holdId()))) {
      found.add(violation("%s, but its history ends with %s", seat, state));
    }
    return found;
  }

  private static List<Tenure> tenures(List<SeatEvent> events) {
    List<Tenure> tenures = new ArrayList<>();
    Map<UUID, List<SeatEvent>> byOwner =
        events.stream().collect(Collectors.groupingBy(SeatEvent::holdId));
    byOwner.forEach(
        (owner, own) -> {
          Instant from = first(own, SeatStatus.HELD, Instant.MIN);
          tenures.add(new Tenure(owner, from, first(own, SeatStatus.AVAILABLE, Instant.MAX)));
        });
    return tenures;
  }

  private static Instant first(List<SeatEvent> events, SeatStatus to, Instant otherwise) {
    return events.stream()
        .filter(event -> event.to() == to)
        .map(SeatEvent::at)
        .min(Comparator.naturalOrder())
        .orElse(otherwise);
  }

  private static List<Violation> overlaps(UUID seatId, List<Tenure> tenures) {
    List<Violation> found = new ArrayList<>();
    List<Tenure> inOrder = tenures.stream().sorted(Comparator.comparing(Tenure::from)).toList();
    for (int i = 1; i < inOrder.size(); i++) {
      Tenure earlier = inOrder.get(i - 1);
      Tenure later = inOrder.get(i);
      if (later.from().isBefore(earlier.until())) {
        found.add(violation("seat %s had two owners at once: %s and %s", seatId, earlier, later));
      }
    }
    return found;
  }

  private static Violation violation(String format, Object... values) {
    return new Violation(
        Invariant.I1, format.formatted(Stream.of(values).map(Objects::toString).toArray()));
  }
}
