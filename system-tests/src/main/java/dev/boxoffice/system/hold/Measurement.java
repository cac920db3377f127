package dev.boxoffice.system.hold;

import java.util.List;
import java.util.Map;

/**
 * What the load measured, by the names that it writes.
 *
 * @param perSecond attempts that were made a second; 0 if clients asked as fast as they could
 * @param grantedMillis within which 50, 99 and 99.9 % were granted; empty if none were
 * @param cpuSeconds by process; {@code load} is the JVM that asked, which in process is also the
 *     one that held
 * @param heldShare of the seats that were on sale, at the end
 */
record Measurement(
    Way way,
    int seats,
    Load load,
    int clients,
    int perSecond,
    double seconds,
    long granted,
    long refused,
    long failed,
    List<Double> grantedMillis,
    List<Double> refusedMillis,
    Map<String, Double> cpuSeconds,
    long walBytes,
    double heldShare) {

  static final int P50 = 0;
  static final int P99 = 1;

  boolean isSteady() {
    return perSecond > 0;
  }

  double grantedPerSecond() {
    return granted / seconds;
  }

  double refusedPerSecond() {
    return refused / seconds;
  }

  /** Milliseconds; not a number if nothing was granted. */
  double granted(int percentile) {
    return grantedMillis.isEmpty() ? Double.NaN : grantedMillis.get(percentile);
  }

  /** What the servers used for 1,000 holds; a load in a process of its own is not part of it. */
  double serverCpuPerThousand() {
    double all = cpuSeconds.values().stream().mapToDouble(Double::doubleValue).sum();
    double own = cpuSeconds.getOrDefault("load", 0.0);
    return perThousand(way.isInProcess() ? all : all - own);
  }

  /** What asking took; not a number where that cannot be told from holding. */
  double loadCpuPerThousand() {
    return way.isInProcess() || !cpuSeconds.containsKey("load")
        ? Double.NaN
        : perThousand(cpuSeconds.getOrDefault("load", 0.0));
  }

  double walBytesPerHold() {
    return granted == 0 ? Double.NaN : (double) walBytes / granted;
  }

  private double perThousand(double seconds) {
    return granted == 0 || cpuSeconds.isEmpty() ? Double.NaN : seconds * 1000 / granted;
  }
}
