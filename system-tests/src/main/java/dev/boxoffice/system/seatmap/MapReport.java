package dev.boxoffice.system.seatmap;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What came out, as tables for people, with the ratios that are wanted. */
public final class MapReport {
  /** Of nginx proxying the same bytes. */
  private static final double GATEWAY_SHARE = 0.5;

  /** Of nginx with the same bytes as files, for bodies over 10 KB. */
  private static final double BODY_SHARE = 0.5;

  private static final double NOT_MODIFIED_SHARE = 0.2;
  private static final int LARGE_BODY_BYTES = 10 * 1024;

  private final MapSettings settings;
  private final List<Size> sizes;
  private final List<Reading> all;

  MapReport(MapSettings settings, List<Size> sizes, List<Reading> all) {
    this.settings = settings;
    this.sizes = List.copyOf(sizes);
    this.all = List.copyOf(all);
  }

  /**
   * A show's map in bytes, and the time of a first read and of one after a change, in which it is
   * read from the database, put together and compressed.
   */
  record Size(
      int seats,
      int plain,
      int gzip,
      int brotli,
      int availability,
      double firstMillis,
      double changedMillis) {
    String line() {
      return String.format(
          Locale.ROOT,
          "%,7d seats: map %,d B, gzip %,d B, br %,d B, availability br %,d B;"
              + " first read %.0f ms, after a change %.0f ms",
          seats,
          plain,
          gzip,
          brotli,
          availability,
          firstMillis,
          changedMillis);
    }
  }

  /** The machine and the settings, the tables and the ratios. */
  public String text() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "%d cores, JDK %s, wrk with %d connections, %d s a measurement after %d s of warm-up a form"
            .formatted(
                Runtime.getRuntime().availableProcessors(),
                Runtime.version().feature(),
                settings.connections(),
                settings.lasts().toSeconds(),
                settings.warmUp().toSeconds()));
    lines.add("");
    sizes.forEach(size -> lines.add(size.line()));
    for (int seats : settings.seats()) {
      lines.add("");
      lines.add("A show of %,d seats".formatted(seats));
      all.stream().filter(one -> one.seats() == seats).map(MapReport::line).forEach(lines::add);
    }
    lines.add("");
    lines.add("Ratios of requests/s");
    verdicts().forEach(verdict -> lines.add("  " + verdict.line()));
    lines.add("");
    lines.add(
        "The same wrk asks all of them, on the same cores, with Accept-Encoding: br; nginx has the"
            + " bytes that seat-service gave out, as files, and its proxy asks that nginx over kept"
            + " connections. Queries are transactions of all programs, counted by Postgres, which"
            + " hears of them up to a second late.");
    return String.join(System.lineSeparator(), lines);
  }

  /**
   * One comparison.
   *
   * @param target none for what is only told
   */
  record Verdict(String what, double ratio, Optional<Double> target) {
    String line() {
      String word = target.map(least -> ratio >= least ? "reached" : "NOT REACHED").orElse("");
      String wanted =
          target.map(least -> String.format(Locale.ROOT, " (>= %.1f)", least)).orElse("");
      return String.format(Locale.ROOT, "%-12s %s: %.2f%s", word, what, ratio, wanted);
    }
  }

  List<Verdict> verdicts() {
    List<Verdict> verdicts = new ArrayList<>();
    for (int seats : settings.seats()) {
      for (Form form : Form.values()) {
        compare(seats, form, Way.GATEWAY, Way.NGINX_PROXY).ifPresent(verdicts::add);
        compare(seats, form, Way.SEAT_SERVICE, Way.NGINX_STATIC).ifPresent(verdicts::add);
      }
    }
    return verdicts;
  }

  private Optional<Verdict> compare(int seats, Form form, Way ours, Way other) {
    return find(seats, form, ours)
        .flatMap(
            one ->
                find(seats, form, other)
                    .map(
                        two ->
                            new Verdict(
                                "%,d seats, %s: %s / %s"
                                    .formatted(seats, form.label(), ours.label(), other.label()),
                                one.perSecond() / two.perSecond(),
                                target(one))));
  }

  private Optional<Reading> find(int seats, Form form, Way way) {
    return all.stream()
        .filter(one -> one.seats() == seats && one.form() == form && one.way() == way)
        .findFirst();
  }

  private static Optional<Double> target(Reading one) {
    return switch (one.form()) {
      case FULL ->
          one.way() == Way.GATEWAY
              ? Optional.of(GATEWAY_SHARE)
              : one.bytesPerAnswer() > LARGE_BODY_BYTES
                  ? Optional.of(BODY_SHARE)
                  : Optional.empty();
      case NOT_MODIFIED ->
          Optional.of(one.way() == Way.GATEWAY ? GATEWAY_SHARE : NOT_MODIFIED_SHARE);
      case SECTIONS, AVAILABILITY -> Optional.empty();
    };
  }

  /** One measurement. */
  static String line(Reading one) {
    return String.format(
        Locale.ROOT,
        "  %,7d seats, %-12s %-22s %,9.0f/s, p99 %6.2f ms, %,9.0f B an answer, %d failed, %.1f queries/s",
        one.seats(),
        one.form().label(),
        one.way().label(),
        one.perSecond(),
        one.p99Millis(),
        one.bytesPerAnswer(),
        one.failed(),
        one.queriesPerSecond());
  }
}
