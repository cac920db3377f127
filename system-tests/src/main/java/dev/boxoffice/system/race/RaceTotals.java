package dev.boxoffice.system.race;

import java.util.Map;
import java.util.TreeMap;

/** What several races came to together. */
public final class RaceTotals {
  private final Map<String, Integer> operations = new TreeMap<>();
  private final Map<FaultKind, Integer> faults = new TreeMap<>();
  private int races;
  private int looks;
  private int violations;

  public void add(RaceResult result) {
    races++;
    looks += result.looks();
    violations += result.violations().size();
    RaceResult.outcomes(result.operations())
        .forEach((what, times) -> operations.merge(what, times, Integer::sum));
    result.faults().forEach((kind, times) -> faults.merge(kind, times, Integer::sum));
  }

  public int violations() {
    return violations;
  }

  public String summary() {
    return """
        %d races: %d operations, %d faults, %d checks of the history, %d of them at rest: %s
          operations: %s
          faults: %s"""
        .formatted(
            races,
            sum(operations),
            sum(faults),
            looks,
            races,
            violations == 0 ? "no violation" : violations + " VIOLATIONS",
            RaceResult.commas(operations),
            RaceResult.commas(faults));
  }

  private static int sum(Map<?, Integer> counts) {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }
}
