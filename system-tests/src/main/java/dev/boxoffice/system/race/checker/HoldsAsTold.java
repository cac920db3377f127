package dev.boxoffice.system.race.checker;

import dev.boxoffice.system.race.history.Command;
import dev.boxoffice.system.race.history.History;
import dev.boxoffice.system.race.history.HoldRecord;
import dev.boxoffice.system.race.history.Operation;
import dev.boxoffice.system.race.history.Told;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every hold that a client was told it has is on record, as that client's and with those seats. */
final class HoldsAsTold implements Check {

  @Override
  public Stream<Violation> violations(History history) {
    Map<UUID, HoldRecord> holds =
        history.holds().stream().collect(Collectors.toMap(HoldRecord::holdId, Function.identity()));
    return history.operations().stream()
        .filter(operation -> operation.command() instanceof Command.Hold && operation.isOk())
        .filter(operation -> !isOnRecord(operation, holds))
        .map(operation -> new Violation(Invariant.LOST_HOLD, "no such hold: " + operation));
  }

  private static boolean isOnRecord(Operation operation, Map<UUID, HoldRecord> holds) {
    Told.Grant grant = operation.told().grant();
    @Nullable HoldRecord hold = grant == null ? null : holds.get(grant.id());
    if (hold == null
        || grant == null
        || !(operation.command() instanceof Command.Hold(var asked, _))) {
      return false;
    }
    Set<UUID> granted = new HashSet<>(grant.seatIds());
    return hold.buyer().equals(operation.buyer())
        && hold.seatIds().equals(granted)
        && granted.equals(new HashSet<>(asked));
  }
}
