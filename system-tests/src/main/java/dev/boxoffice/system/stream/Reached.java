package dev.boxoffice.system.stream;

import dev.boxoffice.system.client.Percentiles;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * How changes reached their subscribers.
 *
 * @param changes that were made
 * @param missing of these, were not told to everybody
 * @param lastMicros of each change that everybody got: from its commit until the last had it
 */
record Reached(
    int perSecond,
    double seconds,
    int changes,
    int missing,
    int frames,
    double bytesPerFrame,
    List<Long> lastMicros,
    double serverCpuSeconds) {

  Reached {
    lastMicros = List.copyOf(lastMicros);
  }

  /**
   * Joins what the database says with what subscribers saw.
   *
   * @param held indexes of the seats that were held
   * @param heldAt when each was, in microseconds
   */
  static Reached of(
      int perSecond,
      double seconds,
      List<Integer> held,
      Map<Integer, Long> heldAt,
      List<FrameSeen> frames,
      int subscribers,
      double serverCpuSeconds) {
    Map<Integer, Long> toldAt = toldToAll(frames, subscribers);
    List<Long> took =
        held.stream()
            .filter(toldAt::containsKey)
            .map(seat -> toldAt.getOrDefault(seat, 0L) - heldAt.getOrDefault(seat, 0L))
            .toList();
    return new Reached(
        perSecond,
        seconds,
        held.size(),
        held.size() - took.size(),
        frames.size(),
        frames.stream().mapToInt(FrameSeen::bytes).average().orElse(0),
        took,
        serverCpuSeconds);
  }

  /** When the last subscriber was told that a seat is held, of seats of which all were told. */
  static Map<Integer, Long> toldToAll(List<FrameSeen> frames, int subscribers) {
    Map<Integer, Long> toldAt = new HashMap<>();
    for (FrameSeen frame : frames) {
      if (frame.sockets() == subscribers && !frame.changes().isEmpty()) {
        Arrays.stream(frame.changes().split(",", -1))
            .filter(change -> change.endsWith(":1"))
            .forEach(
                change ->
                    toldAt.putIfAbsent(
                        Integer.valueOf(change.substring(0, change.length() - 2)),
                        frame.lastMicros()));
      }
    }
    return toldAt;
  }

  double percentileMillis(int percent) {
    return new Percentiles(lastMicros.stream().mapToLong(TimeUnit.MICROSECONDS::toNanos))
        .millis(percent / 100.0);
  }

  double framesPerSecond() {
    return frames / seconds;
  }

  double cpuMicrosPerSend(int subscribers) {
    return frames == 0 ? Double.NaN : serverCpuSeconds * 1e6 / frames / subscribers;
  }
}
