package dev.boxoffice.system.race.checker;

import dev.boxoffice.system.race.history.Command;
import dev.boxoffice.system.race.history.History;
import dev.boxoffice.system.race.history.HoldRecord;
import dev.boxoffice.system.race.history.Operation;
import dev.boxoffice.system.race.history.Told;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * I6. A hold was booked before its deadline, and by nobody who first asked to pay after it had
 * expired. Clients and database share a clock here.
 */
final class InTime implements Check {

  @Override
  public Stream<Violation> violations(History history) {
    return Stream.concat(bookedLate(history.holds()), paidLate(history));
  }

  private static Stream<Violation> bookedLate(List<HoldRecord> holds) {
    return holds.stream()
        .filter(hold -> hold.bookedAt() != null && hold.bookedAt().isAfter(hold.expiresAt()))
        .map(hold -> new Violation(Invariant.I6, "booked after its deadline: " + hold));
  }

  private static Stream<Violation> paidLate(History history) {
    Map<UUID, List<Operation>> confirms =
        history.operations().stream()
            .filter(operation -> operation.command() instanceof Command.Confirm)
            .collect(Collectors.groupingBy(InTime::holdOf));
    return history.holds().stream()
        .filter(hold -> hold.status() == HoldRecord.Status.BOOKED)
        .flatMap(
            hold -> {
              Instant expiry = lastExpiryTold(hold.holdId(), history.operations());
              Instant asked = firstAsked(confirms.getOrDefault(hold.holdId(), List.of()));
              return expiry != null && asked != null && asked.isAfter(expiry)
                  ? Stream.of(
                      new Violation(
                          Invariant.I6,
                          "asked to pay at %s, after %s, and yet booked: %s"
                              .formatted(asked, expiry, hold)))
                  : Stream.empty();
            });
  }

  private static UUID holdOf(Operation operation) {
    if (operation.command() instanceof Command.Confirm(UUID holdId, _, _)) {
      return holdId;
    }
    throw new IllegalArgumentException("no confirm: " + operation);
  }

  private static @Nullable Instant firstAsked(List<Operation> confirms) {
    return confirms.stream().map(Operation::invokedAt).min(Comparator.naturalOrder()).orElse(null);
  }

  /** Null while it is not known: nobody was told, or an extension may have moved it. */
  private static @Nullable Instant lastExpiryTold(UUID holdId, List<Operation> operations) {
    Instant last = null;
    for (Operation operation : operations) {
      Told.Grant grant = operation.told().grant();
      boolean extension =
          operation.command() instanceof Command.Extend(UUID of) && of.equals(holdId);
      if (extension && operation.told().verdict() == Told.Verdict.INFO) {
        return null;
      }
      boolean granted =
          extension
              || (operation.command() instanceof Command.Hold
                  && grant != null
                  && grant.id().equals(holdId));
      if (granted && grant != null && grant.until() != null) {
        last = last == null || grant.until().isAfter(last) ? grant.until() : last;
      }
    }
    return last;
  }
}
