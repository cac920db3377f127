package dev.boxoffice.system.hold;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the figures are to be, and whether they are. Only told: machines differ. */
final class HoldTargets {
  private static final double OVER_SEED = 3;
  private static final double OVER_ROW_LOCKS = 5;
  private static final double HTTP_HOLDS_PER_SECOND = 1500;
  private static final double STEADY_P99_MILLIS = 50;
  private static final double GATEWAY_SHARE = 0.6;
  private static final double SIZE_FACTOR = 1.2;

  private final List<Measurement> all;

  HoldTargets(List<Measurement> all) {
    this.all = List.copyOf(all);
  }

  /**
   * One comparison.
   *
   * @param reached whether the figure is on the right side of its target
   */
  record Verdict(String what, String figure, boolean reached) {
    String line() {
      return "%-12s %s: %s".formatted(reached ? "reached" : "NOT REACHED", what, figure);
    }
  }

  /** In the order of the letters; none where something was left out. */
  List<Verdict> verdicts() {
    List<Verdict> verdicts = new ArrayList<>();
    for (int size : sizes()) {
      ratio(Way.IN_PROCESS, Way.SEED, size, Load.HOT, OVER_SEED).ifPresent(verdicts::add);
      ratio(Way.IN_PROCESS, Way.ROW_LOCKS, size, Load.HOT, OVER_ROW_LOCKS).ifPresent(verdicts::add);
      ratio(Way.IN_PROCESS, Way.WHOLE_ROW_LOCKS, size, Load.HOT, OVER_ROW_LOCKS)
          .ifPresent(verdicts::add);
    }
    for (int size : sizes()) {
      find(Way.SEAT_SERVICE, size, Load.UNIFORM).map(HoldTargets::rate).ifPresent(verdicts::add);
      steady(size).map(HoldTargets::steadyLatency).ifPresent(verdicts::add);
      for (Load load : Load.values()) {
        ratio(Way.GATEWAY, Way.SEAT_SERVICE, size, load, GATEWAY_SHARE).ifPresent(verdicts::add);
      }
    }
    verdicts.addAll(sizeMatters());
    return verdicts;
  }

  private List<Integer> sizes() {
    return all.stream().map(Measurement::seats).distinct().sorted().toList();
  }

  private Optional<Measurement> find(Way way, int seats, Load load) {
    return all.stream()
        .filter(one -> !one.isSteady())
        .filter(one -> one.way() == way && one.seats() == seats && one.load() == load)
        .findFirst();
  }

  private Optional<Measurement> steady(int seats) {
    return all.stream().filter(one -> one.isSteady() && one.seats() == seats).findFirst();
  }

  private Optional<Verdict> ratio(Way ours, Way other, int seats, Load load, double target) {
    return find(ours, seats, load)
        .flatMap(
            one ->
                find(other, seats, load)
                    .map(
                        two -> {
                          double ratio = one.grantedPerSecond() / two.grantedPerSecond();
                          return new Verdict(
                              "(%c) >= %s x (%c) in granted holds/s, %s load, %,d seats"
                                  .formatted(
                                      ours.letter(),
                                      number(target),
                                      other.letter(),
                                      load.label(),
                                      seats),
                              "%.2f x".formatted(ratio),
                              ratio >= target);
                        }));
  }

  private static Verdict rate(Measurement one) {
    return new Verdict(
        "(b) >= %,.0f granted holds/s, uniform load, %,d seats"
            .formatted(HTTP_HOLDS_PER_SECOND, one.seats()),
        "%,.0f/s".formatted(one.grantedPerSecond()),
        one.grantedPerSecond() >= HTTP_HOLDS_PER_SECOND);
  }

  private static Verdict steadyLatency(Measurement one) {
    double p99 = one.granted(Measurement.P99);
    return new Verdict(
        "(b) p99 < %.0f ms at a steady %,d/s, %,d seats"
            .formatted(STEADY_P99_MILLIS, one.perSecond(), one.seats()),
        "%.1f ms".formatted(p99),
        p99 < STEADY_P99_MILLIS);
  }

  /** Whether a hold in the largest house takes longer than in the smallest. */
  private List<Verdict> sizeMatters() {
    List<Integer> sizes = sizes();
    if (sizes.size() < 2) {
      return List.of();
    }
    List<Verdict> verdicts = new ArrayList<>();
    int small = sizes.getFirst();
    int large = sizes.getLast();
    compare("(b) steady", steady(small), steady(large)).ifPresent(verdicts::addAll);
    compare(
            "(a) uniform",
            find(Way.IN_PROCESS, small, Load.UNIFORM),
            find(Way.IN_PROCESS, large, Load.UNIFORM))
        .ifPresent(verdicts::addAll);
    return verdicts;
  }

  private static Optional<List<Verdict>> compare(
      String what, Optional<Measurement> small, Optional<Measurement> large) {
    return small.flatMap(
        one ->
            large.map(
                two ->
                    List.of(
                        compare(what, "p50", Measurement.P50, one, two),
                        compare(what, "p99", Measurement.P99, one, two))));
  }

  private static Verdict compare(
      String what, String name, int percentile, Measurement small, Measurement large) {
    double factor = large.granted(percentile) / small.granted(percentile);
    return new Verdict(
        "%s: %s at %,d seats <= %s x that at %,d"
            .formatted(what, name, large.seats(), number(SIZE_FACTOR), small.seats()),
        "%.2f x".formatted(factor),
        factor <= SIZE_FACTOR);
  }

  private static String number(double target) {
    return target == Math.rint(target)
        ? "%.0f".formatted(target)
        : String.format(Locale.ROOT, "%.1f", target);
  }
}
