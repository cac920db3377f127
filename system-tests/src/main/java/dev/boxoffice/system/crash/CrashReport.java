package dev.boxoffice.system.crash;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What became of the cases. */
public final class CrashReport {
  private final List<CrashCase> died = new ArrayList<>();
  private final List<CrashCase> missed = new ArrayList<>();
  private final List<CrashCase> left;
  private int halts;
  private int violations;

  CrashReport(List<CrashCase> all) {
    this.left = new ArrayList<>(all);
  }

  /** A halt that was to end these, of whom some did not get to their points. */
  void add(List<CrashCase> cases, List<CrashCase> notThere) {
    left.removeAll(cases);
    died.addAll(cases);
    died.removeAll(notThere);
    missed.addAll(notThere);
    halts += notThere.isEmpty() ? 1 : 0;
  }

  void addViolations(int found) {
    violations += found;
  }

  List<CrashCase> left() {
    return List.copyOf(left);
  }

  public boolean isClean() {
    return violations == 0 && missed.isEmpty();
  }

  public String text() {
    String stories =
        Arrays.stream(Story.values())
            .map(
                story ->
                    "  %-20s %4d of %4d"
                        .formatted(story, of(story, died), of(story, CrashCase.all())))
            .collect(Collectors.joining("\n"));
    String points =
        missed.isEmpty()
            ? ""
            : missed.stream()
                .map(crash -> "\n  " + crash)
                .collect(Collectors.joining("", "\nnever got to their points:", ""));
    return "%d halts of booking-service, %d cases, each dead at its point, %d not begun: %s\n%s%s"
        .formatted(
            halts,
            died.size(),
            left.size(),
            violations == 0 ? "no violation" : violations + " VIOLATIONS",
            stories,
            points);
  }

  private static long of(Story story, List<CrashCase> cases) {
    return cases.stream().filter(crash -> crash.story() == story).count();
  }
}
