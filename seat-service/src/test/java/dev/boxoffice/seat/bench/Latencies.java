package dev.boxoffice.seat.bench;

import java.util.Arrays;
import java.util.List;

/** How long each of many attempts took; exact, as it keeps them all. */
final class Latencies {
  private static final int ROOM_AT_FIRST = 1024;
  private static final double NANOS_PER_MILLI = 1e6;

  /** Those that are printed. */
  private static final List<Double> PERCENTILES = List.of(50.0, 99.0, 99.9);

  private long[] nanos = new long[ROOM_AT_FIRST];
  private int count;

  void add(long elapsedNanos) {
    makeRoomFor(count + 1);
    nanos[count++] = elapsedNanos;
  }

  void addAll(Latencies others) {
    makeRoomFor(count + others.count);
    System.arraycopy(others.nanos, 0, nanos, count, others.count);
    count += others.count;
  }

  int count() {
    return count;
  }

  /** Milliseconds within which 50, 99 and 99.9 % were done; none if there were no attempts. */
  List<Double> millis() {
    if (count == 0) {
      return List.of();
    }
    long[] sorted = Arrays.copyOf(nanos, count);
    Arrays.sort(sorted);
    return PERCENTILES.stream()
        .map(percent -> sorted[rank(percent, count) - 1] / NANOS_PER_MILLI)
        .toList();
  }

  /** The nearest rank, from 1. */
  static int rank(double percent, int count) {
    return Math.clamp((long) Math.ceil(percent * count / 100), 1, count);
  }

  private void makeRoomFor(int needed) {
    if (needed > nanos.length) {
      nanos = Arrays.copyOf(nanos, Math.max(needed, 2 * nanos.length));
    }
  }
}
