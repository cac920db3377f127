package dev.boxoffice.seat.bench;

import java.util.List;
import java.util.Map;

/**
 * What was measured.
 *
 * @param perSecond attempts that were made a second; 0 if clients asked as fast as they could
 * @param grantedMillis see {@link Latencies#millis}
 * @param cpuSeconds of each process that was looked at, and of this one as {@code load}
 * @param heldShare of the seats that were on sale, at the end
 */
record Result(
    Plan.Way way,
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
    double heldShare) {}
