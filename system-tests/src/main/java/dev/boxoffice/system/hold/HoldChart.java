package dev.boxoffice.system.hold;

import java.util.List;
import java.util.Locale;

/**
 * Bars, as SVG: for each size of a show and each way, how many holds were granted a second. Ours in
 * one colour, the others in another; the page says which colours those are.
 */
final class HoldChart {
  private static final int WIDTH = 900;
  private static final int LABEL_WIDTH = 250;
  private static final int VALUE_WIDTH = 210;
  private static final int ROW = 26;
  private static final int BAR = 16;
  private static final int GROUP_HEADING = 34;
  private static final int BASELINE = 13;

  private final Load load;
  private final List<Measurement> measured;

  HoldChart(Load load, List<Measurement> all) {
    this.load = load;
    this.measured = all.stream().filter(one -> one.load() == load && !one.isSteady()).toList();
  }

  String svg() {
    List<Integer> sizes = measured.stream().map(Measurement::seats).distinct().sorted().toList();
    double most = measured.stream().mapToDouble(Measurement::grantedPerSecond).max().orElse(1);
    StringBuilder svg = new StringBuilder();
    int y = 0;
    for (int size : sizes) {
      y += GROUP_HEADING;
      svg.append(text("heading", 0, y - BASELINE, "%,d seats".formatted(size)));
      for (Measurement one : measured) {
        if (one.seats() == size) {
          svg.append(bar(one, y, most));
          y += ROW;
        }
      }
    }
    return """
        <svg viewBox="0 0 %d %d" role="img" aria-label="Granted holds a second, %s load">
        %s</svg>
        """
        .formatted(WIDTH, y + BASELINE, load.label(), svg);
  }

  private static String bar(Measurement one, int y, double most) {
    double length = (WIDTH - LABEL_WIDTH - VALUE_WIDTH) * one.grantedPerSecond() / most;
    String kind =
        switch (one.way()) {
          case IN_PROCESS, SEAT_SERVICE, GATEWAY -> "ours";
          case SEED, ROW_LOCKS, WHOLE_ROW_LOCKS, PGBENCH -> "other";
        };
    String value =
        "%,.0f/s, p99 %s ms"
            .formatted(one.grantedPerSecond(), HoldReport.decimal(one.granted(Measurement.P99)));
    return text("label", 0, y + BASELINE, "(" + one.way().letter() + ") " + one.way().label())
        + String.format(
            Locale.ROOT,
            "<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" rx=\"2\"/>%n",
            kind,
            LABEL_WIDTH,
            y,
            Math.max(1, length),
            BAR)
        + text("value", (int) (LABEL_WIDTH + length + 8), y + BASELINE, value);
  }

  private static String text(String kind, int x, int y, String words) {
    return "<text class=\"%s\" x=\"%d\" y=\"%d\">%s</text>%n".formatted(kind, x, y, words);
  }
}
