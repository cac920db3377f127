package dev.boxoffice.system.race.checker;

import dev.boxoffice.system.race.history.Command;
import dev.boxoffice.system.race.history.History;
import dev.boxoffice.system.race.history.Operation;
import dev.boxoffice.system.race.history.Told;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * I1 as the clients saw it, without a look at any record of ours: the times at which a buyer could
 * be sure of a seat do not overlap with another's.
 */
final class OwnersAsTold implements Check {

  /** A time at which a buyer was sure of seats, by what he was told and had not yet given up. */
  private record Sure(String buyer, UUID holdId, List<UUID> seatIds, Instant from, Instant until) {
    boolean overlaps(Sure other) {
      return from.isBefore(other.until) && other.from.isBefore(until);
    }
  }

  @Override
  public Stream<Violation> violations(History history) {
    Map<UUID, List<Sure>> bySeat = new HashMap<>();
    for (Sure sure : sureTimes(history.operations())) {
      sure.seatIds()
          .forEach(seat -> bySeat.computeIfAbsent(seat, _ -> new ArrayList<>()).add(sure));
    }
    return bySeat.entrySet().stream()
        .flatMap(seat -> overlaps(seat.getKey(), seat.getValue()).stream());
  }

  private static List<Violation> overlaps(UUID seatId, List<Sure> times) {
    List<Violation> found = new ArrayList<>();
    for (int i = 0; i < times.size(); i++) {
      for (int j = i + 1; j < times.size(); j++) {
        Sure one = times.get(i);
        Sure other = times.get(j);
        if (!one.holdId().equals(other.holdId()) && one.overlaps(other)) {
          found.add(
              new Violation(
                  Invariant.I1,
                  "two buyers were told that seat "
                      + seatId
                      + " is theirs: "
                      + one
                      + ", "
                      + other));
        }
      }
    }
    return found;
  }

  private static List<Sure> sureTimes(List<Operation> operations) {
    Map<UUID, List<Operation>> ofHold =
        operations.stream()
            .filter(operation -> holdOf(operation) != null)
            .collect(Collectors.groupingBy(operation -> required(holdOf(operation))));
    List<Sure> times = new ArrayList<>();
    ofHold.forEach((holdId, about) -> times.addAll(sureTimesOf(holdId, about, operations)));
    return times;
  }

  private static List<Sure> sureTimesOf(UUID holdId, List<Operation> about, List<Operation> all) {
    Operation held = first(about, Command.Hold.class, true);
    if (held == null) {
      return List.of();
    }
    Told.Grant grant = required(held.told().grant());
    List<Sure> times = new ArrayList<>();
    Instant until = heldUntil(about, grant);
    times.add(new Sure(held.buyer(), holdId, grant.seatIds(), held.endedAt(), until));
    Operation confirmed = first(about, Command.Confirm.class, true);
    if (confirmed != null) {
      UUID bookingId = required(confirmed.told().grant()).id();
      times.add(
          new Sure(
              held.buyer(),
              holdId,
              grant.seatIds(),
              confirmed.endedAt(),
              firstCancel(all, bookingId)));
    }
    return times;
  }

  /** Until the end that was said last, or until the buyer touched the hold in another way. */
  private static Instant heldUntil(List<Operation> about, Told.Grant grant) {
    Instant until = required(grant.until());
    for (Operation operation : about) {
      if (operation.command() instanceof Command.Extend && operation.isOk()) {
        Instant later = required(required(operation.told().grant()).until());
        until = later.isAfter(until) ? later : until;
      }
    }
    for (Operation operation : about) {
      boolean mayEnd =
          operation.command() instanceof Command.Release
              || operation.command() instanceof Command.Confirm;
      if (mayEnd && operation.invokedAt().isBefore(until)) {
        until = operation.invokedAt();
      }
    }
    return until;
  }

  private static Instant firstCancel(List<Operation> all, UUID bookingId) {
    return all.stream()
        .filter(
            operation ->
                operation.command() instanceof Command.Cancel(UUID of, _, _)
                    && of.equals(bookingId))
        .map(Operation::invokedAt)
        .min(Comparator.naturalOrder())
        .orElse(Instant.MAX);
  }

  private static @Nullable Operation first(
      List<Operation> operations, Class<? extends Command> kind, boolean ok) {
    return operations.stream()
        .filter(operation -> kind.isInstance(operation.command()) && operation.isOk() == ok)
        .min(Comparator.comparing(Operation::endedAt))
        .orElse(null);
  }

  private static @Nullable UUID holdOf(Operation operation) {
    return switch (operation.command()) {
      case Command.Hold _ ->
          operation.told().grant() == null ? null : operation.told().grant().id();
      case Command.Extend(UUID holdId) -> holdId;
      case Command.Release(UUID holdId) -> holdId;
      case Command.Confirm(UUID holdId, _, _) -> holdId;
      case Command.Cancel _ -> null;
    };
  }

  private static <T> T required(@Nullable T value) {
    if (value == null) {
      throw new IllegalArgumentException("a yes without what it gave");
    }
    return value;
  }
}
