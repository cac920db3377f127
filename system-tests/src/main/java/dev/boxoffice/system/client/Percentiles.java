package dev.boxoffice.system.client;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.LongStream;

/** Times in order, each percentile by its nearest rank. */
public final class Percentiles {
  private static final double NANOS_PER_MILLI = 1e6;

  private final long[] nanos;

  /**
   * Of times in any order.
   *
   * @param nanos what was measured
   */
  public Percentiles(LongStream nanos) {
    this.nanos = nanos.sorted().toArray();
  }

  /** Milliseconds that so large a share did not exceed; not a number if there are none. */
  public double millis(double share) {
    if (nanos.length == 0) {
      return Double.NaN;
    }
    int index = (int) Math.ceil(share * nanos.length) - 1;
    return nanos[Math.clamp(index, 0, nanos.length - 1)] / NANOS_PER_MILLI;
  }

  /** The p50, p99 and p99.9 as the table has them. */
  public String text() {
    return Arrays.stream(new double[] {0.5, 0.99, 0.999})
        .mapToObj(share -> String.format(Locale.ROOT, "%.1f", millis(share)))
        .reduce((one, two) -> one + " / " + two)
        .orElseThrow();
  }
}
