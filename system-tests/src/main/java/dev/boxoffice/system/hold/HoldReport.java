package dev.boxoffice.system.hold;

import dev.boxoffice.system.client.NoLimits;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What came out, as a table for people. */
public final class HoldReport {
  static final List<String> HEADINGS =
      List.of(
          "way",
          "load",
          "clients",
          "granted/s",
          "refused/s",
          "failed",
          "granted ms",
          "refused ms",
          "CPU",
          "load CPU",
          "WAL B/hold",
          "held");

  private static final int RULE = 160;

  private static final Comparator<Measurement> AS_PRINTED =
      Comparator.comparingInt(Measurement::seats)
          .thenComparing(Measurement::isSteady)
          .thenComparing(Measurement::load)
          .thenComparing(Measurement::way);

  private final HoldSettings settings;
  private final List<Measurement> all;
  private final boolean pgbenchFound;

  HoldReport(HoldSettings settings, List<Measurement> all, boolean pgbenchFound) {
    this.settings = settings;
    this.all = all.stream().sorted(AS_PRINTED).toList();
    this.pgbenchFound = pgbenchFound;
  }

  List<Measurement> measurements() {
    return all;
  }

  HoldSettings settings() {
    return settings;
  }

  List<HoldTargets.Verdict> verdicts() {
    return new HoldTargets(all).verdicts();
  }

  /** The machine and the settings, the table, the ratios, and what to know when reading them. */
  public String text() {
    List<String> lines = new ArrayList<>();
    lines.add(settingsLine());
    for (int size : settings.seats()) {
      lines.add("");
      lines.add("Shows of %,d seats".formatted(size));
      lines.add(format(HEADINGS));
      lines.add("-".repeat(RULE));
      all.stream()
          .filter(one -> one.seats() == size)
          .map(one -> format(cells(one)))
          .forEach(lines::add);
    }
    lines.add("");
    lines.add("Targets");
    verdicts().forEach(verdict -> lines.add("  " + verdict.line()));
    lines.add("");
    lines.addAll(notes());
    return String.join(System.lineSeparator(), lines);
  }

  String settingsLine() {
    return ("%d cores, JDK %s, %d clients (d, e: the best of %s), %d seats a hold, %s a measurement"
            + " after %s of warm-up, seed %d")
        .formatted(
            Runtime.getRuntime().availableProcessors(),
            Runtime.version().feature(),
            settings.clients(),
            settings.baselineClients(),
            settings.seatsPerHold(),
            seconds(settings.lasts().toMillis()),
            seconds(settings.warmUp().toMillis()),
            settings.seed());
  }

  List<String> notes() {
    List<String> notes = new ArrayList<>();
    notes.add(
        "Each show is sold until 60 % of its seats are held, then the next; nothing is released."
            + " 'held' is how far the last got: a slow way does not reach the crowded end of a"
            + " large show, which flatters it.");
    notes.add(
        "Times are milliseconds: p50 / p99 / p99.9. Hot: 80 % of the attempts for 20 % of the"
            + " seats. Steady: attempts at a fixed rate for seats that nobody else wants, timed from"
            + " when each was due.");
    notes.add(
        "CPU: seconds for 1,000 granted holds, refusals included, of Postgres, Redis and what"
            + " answers; 'load' is the client's own. (a), (d), (e), (g) ask and answer in one JVM.");
    notes.add(
        "Guard, edge and idempotency: counted as always with limits of %,d; %s Idempotency-Key;"
                .formatted(NoLimits.LIMIT, settings.idempotencyKeys() ? "an" : "no")
            + " %,d users in turn, holds for two hours.".formatted(HoldSettings.USERS));
    notes.add(
        "(a), (b), (c) also check limits, prices and the buyer, and write history; (d), (e) change"
            + " one table that nothing else is in; (g) writes what ours write, a transaction a hold,"
            + " and asks neither guard nor doors. pgbench does not tell granted from refused: times"
            + " of (f) are of all attempts.");
    if (!pgbenchFound && settings.ways().contains(Way.PGBENCH)) {
      notes.add(PgBenchProgram.MISSING);
    }
    return notes;
  }

  /** One measurement for those who wait for all of them. */
  static String line(Measurement one) {
    return String.format(
        Locale.ROOT,
        "  %,7d seats, %-8s (%c) %-31s %,8.0f granted/s, p99 %s ms",
        one.seats(),
        loadLabel(one),
        one.way().letter(),
        one.way().label(),
        one.grantedPerSecond(),
        decimal(one.granted(Measurement.P99)));
  }

  static String loadLabel(Measurement one) {
    return one.isSteady() ? one.perSecond() + "/s" : one.load().label();
  }

  static String millis(List<Double> percentiles) {
    return percentiles.isEmpty()
        ? "-"
        : percentiles.stream().map(HoldReport::decimal).collect(Collectors.joining(" / "));
  }

  static String decimal(double number) {
    if (Double.isNaN(number)) {
      return "-";
    }
    return String.format(
        Locale.ROOT, number < 10 ? "%.2f" : number < 100 ? "%.1f" : "%.0f", number);
  }

  /** One to a heading. */
  static List<String> cells(Measurement one) {
    return List.of(
        "(" + one.way().letter() + ") " + one.way().label(),
        loadLabel(one),
        Integer.toString(one.clients()),
        whole(one.grantedPerSecond()),
        whole(one.refusedPerSecond()),
        Long.toString(one.failed()),
        millis(one.grantedMillis()),
        millis(one.refusedMillis()),
        decimal(one.serverCpuPerThousand()),
        decimal(one.loadCpuPerThousand()),
        whole(one.walBytesPerHold()),
        whole(100 * one.heldShare()) + " %");
  }

  private static String whole(double number) {
    return Double.isNaN(number) ? "-" : String.format(Locale.ROOT, "%,.0f", number);
  }

  private static String format(List<String> cells) {
    return "%-34s %-8s %7s %10s %10s %6s %22s %22s %6s %8s %10s %6s"
        .formatted(cells.toArray())
        .stripTrailing();
  }

  private static String seconds(long millis) {
    return decimal(millis / 1000.0) + " s";
  }
}
