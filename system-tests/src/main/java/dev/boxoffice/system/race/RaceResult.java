package dev.boxoffice.system.race;

import dev.boxoffice.system.race.checker.Violation;
import dev.boxoffice.system.race.history.Operation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a race came to.
 *
 * @param looks how often the history was checked, the last time at rest
 * @param toRest from the last fault's end until everything was at rest and checked
 * @param log the clients' log; it is there only if something was found
 */
public record RaceResult(
    long seed,
    List<Operation> operations,
    Map<FaultKind, Integer> faults,
    int looks,
    Duration toRest,
    List<Violation> violations,
    Path log) {
  private static final int SHOWN_MAX = 20;

  public RaceResult {
    operations = List.copyOf(operations);
    faults = Map.copyOf(faults);
    violations = List.copyOf(violations);
  }

  /** One line, and one more for each thing that must not be. */
  public String summary() {
    String line =
        "seed %d: %d operations (%s), %d faults (%s), checked %d times, at rest after %d s: %s"
            .formatted(
                seed,
                operations.size(),
                commas(outcomes(operations)),
                sum(faults.values()),
                commas(faults),
                looks,
                toRest.toSeconds(),
                violations.isEmpty() ? "no violation" : violations.size() + " VIOLATIONS");
    return violations.isEmpty()
        ? line
        : line
            + violations.stream()
                .limit(SHOWN_MAX)
                .map(violation -> "\n  " + violation)
                .collect(Collectors.joining())
            + "\n  log: "
            + log;
  }

  /** Such as {@code hold ok} and {@code confirm info}, and how often. */
  static Map<String, Integer> outcomes(List<Operation> operations) {
    return operations.stream()
        .collect(
            Collectors.toMap(
                operation ->
                    (operation.command().getClass().getSimpleName()
                            + " "
                            + operation.told().verdict())
                        .toLowerCase(java.util.Locale.ROOT),
                _ -> 1,
                Integer::sum,
                TreeMap::new));
  }

  static <K extends Comparable<K>> String commas(Map<K, Integer> counts) {
    return new TreeMap<>(counts)
        .entrySet().stream()
            .map(entry -> entry.getKey() + " " + entry.getValue())
            .collect(Collectors.joining(", "));
  }

  private static int sum(Iterable<Integer> counts) {
    int sum = 0;
    for (int count : counts) {
      sum += count;
    }
    return sum;
  }
}
