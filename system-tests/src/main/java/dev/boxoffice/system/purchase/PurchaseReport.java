package dev.boxoffice.system.purchase;

import com.google.errorprone.annotations.FormatMethod;
import dev.boxoffice.system.client.Percentiles;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What came out, for people. */
public final class PurchaseReport {
  private static final double PAIRS_PER_SECOND = 170;
  private static final double P99_MILLIS = 500;

  private final PurchaseSettings settings;
  private final Sale.Run holds;
  private final Sale.Run purchases;
  private final Map<String, Duration> cpuTime;
  private final int issuedAtOnce;
  private final Duration lastTicketAfter;

  /**
   * A report.
   *
   * @param cpuTime used from the first purchase to the last ticket
   * @param issuedAtOnce tickets that were there with the last answer
   */
  PurchaseReport(
      PurchaseSettings settings,
      Sale.Run holds,
      Sale.Run purchases,
      Map<String, Duration> cpuTime,
      int issuedAtOnce,
      Duration lastTicketAfter) {
    this.settings = settings;
    this.holds = holds;
    this.purchases = purchases;
    this.cpuTime = Map.copyOf(cpuTime);
    this.issuedAtOnce = issuedAtOnce;
    this.lastTicketAfter = lastTicketAfter;
  }

  public String text() {
    List<Sale.Purchase> booked =
        purchases.purchases().stream().filter(Sale.Purchase::succeeded).toList();
    Percentiles whole =
        new Percentiles(booked.stream().mapToLong(one -> one.holdNanos() + one.confirmNanos()));
    List<String> lines = new ArrayList<>();
    lines.add(
        format(
            "%d clients, %d seats a booking, %.0f s, warmed up for %d s, %d processors for load and"
                + " servers",
            settings.clients(),
            settings.seatsPerBooking(),
            purchases.seconds(),
            settings.warmUp().toSeconds(),
            Runtime.getRuntime().availableProcessors()));
    lines.add("Through the gateway; milliseconds are p50 / p99 / p99.9.");
    lines.add("");
    lines.add(
        format(
            "holds alone      %,8.1f/s   %s ms",
            holds.perSecond(),
            new Percentiles(holds.purchases().stream().mapToLong(Sale.Purchase::holdNanos))
                .text()));
    lines.add(
        format(
            "hold + confirm   %,8.1f/s   %s ms, %.2f of holds alone",
            purchases.perSecond(), whole.text(), purchases.perSecond() / holds.perSecond()));
    lines.add(
        "  hold                        "
            + new Percentiles(booked.stream().mapToLong(Sale.Purchase::holdNanos)).text()
            + " ms");
    lines.add(
        "  confirm                     "
            + new Percentiles(booked.stream().mapToLong(Sale.Purchase::confirmNanos)).text()
            + " ms");
    lines.add("  last answers: " + statuses());
    int due = booked.size() * settings.seatsPerBooking();
    lines.add(
        format(
            "tickets          %,d of %,d were issued with the last answer, the last %.1f s later",
            issuedAtOnce, due, lastTicketAfter.toMillis() / 1e3));
    lines.add("CPU ms a booking " + cpu(booked.size()));
    lines.add("");
    lines.add(
        verdict(
            "hold + confirm >= %.0f/s".formatted(PAIRS_PER_SECOND),
            purchases.perSecond() >= PAIRS_PER_SECOND));
    lines.add(verdict("p99 < %.0f ms".formatted(P99_MILLIS), whole.millis(0.99) < P99_MILLIS));
    return String.join(System.lineSeparator(), lines);
  }

  private String statuses() {
    return purchases.purchases().stream()
        .collect(Collectors.groupingBy(Sale.Purchase::status, TreeMap::new, Collectors.counting()))
        .entrySet()
        .stream()
        .map(entry -> format("%,d x %d", entry.getValue(), entry.getKey()))
        .collect(Collectors.joining(", "));
  }

  private String cpu(int bookings) {
    double all =
        cpuTime.entrySet().stream()
            .filter(entry -> !entry.getKey().equals("load"))
            .mapToDouble(entry -> entry.getValue().toNanos() / 1e6 / bookings)
            .sum();
    return format("%.2f: ", all)
        + cpuTime.entrySet().stream()
            .sorted(Map.Entry.<String, Duration>comparingByValue(Comparator.reverseOrder()))
            .map(
                entry ->
                    format("%s %.2f", entry.getKey(), entry.getValue().toNanos() / 1e6 / bookings))
            .collect(Collectors.joining(", "));
  }

  private static String verdict(String target, boolean reached) {
    return format("%-12s %s", reached ? "reached" : "NOT REACHED", target);
  }

  @FormatMethod
  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
