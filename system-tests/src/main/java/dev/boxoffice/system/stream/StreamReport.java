package dev.boxoffice.system.stream;

import com.google.errorprone.annotations.FormatMethod;
import java.util.List;
import java.util.Locale;

/**
 * What came out, with the settings.
 *
 * @param bare the same bytes by a loop that does nothing else
 * @param wrong of each process of subscribers: resyncs, gaps, sockets lost
 */
public record StreamReport(
    StreamSettings settings,
    Memory before,
    Memory atRest,
    List<Reached> reached,
    Reached bare,
    String wrong) {

  public StreamReport {
    reached = List.copyOf(reached);
  }

  /** The whole of it as text. */
  public String text() {
    StringBuilder text = new StringBuilder();
    line(
        text,
        "%,d subscribers of one show (compact form) and %d who never read, on %d instance(s) of"
            + " seat-service, %,d sockets a process at most; load and servers on %d processors",
        settings.subscribers(),
        settings.silent(),
        settings.instances(),
        settings.perProcess(),
        Runtime.getRuntime().availableProcessors());
    line(text, "%s", line(atRest.minus(before), settings));
    line(text, "from a change's commit until the last subscriber has it:");
    reached.forEach(one -> line(text, "  %s", line(one, settings.subscribers())));
    line(
        text,
        "the same bytes by a bare loop, %,d sockets: from the first write until the last has it"
            + " p50 %,.0f ms, p99 %,.0f ms; %.1f us of CPU a send",
        Math.min(settings.subscribers(), settings.perProcess()),
        bare.percentileMillis(50),
        bare.percentileMillis(99),
        bare.cpuMicrosPerSend(settings.subscribers()));
    line(
        text,
        "ours takes %.1f times the bare loop's CPU a send, holds, Redis and beacons included",
        reached.getLast().cpuMicrosPerSend(settings.subscribers())
            / bare.cpuMicrosPerSend(settings.subscribers()));
    line(text, "resyncs, gaps and lost sockets of each process of subscribers: %s", wrong);
    line(
        text,
        "every subscriber got every change: %s",
        reached.stream().allMatch(one -> one.missing() == 0) ? "yes" : "NO");
    return text.toString().stripTrailing();
  }

  static String line(Memory more, StreamSettings settings) {
    int sockets = settings.subscribers() + settings.silent();
    return String.format(
        Locale.ROOT,
        "memory a connection at rest: %,d bytes of heap, %,d of direct buffers (%,d sockets)",
        more.heapBytes() / sockets,
        more.directBytes() / sockets,
        sockets);
  }

  static String line(Reached one, int subscribers) {
    return String.format(
        Locale.ROOT,
        "%d changes/s for %.0f s: %,d changes in %d frames (%.1f/s, %,.0f bytes), p50 %,.0f ms,"
            + " p99 %,.0f ms, missing %d; %.1f us of CPU a send",
        one.perSecond(),
        one.seconds(),
        one.changes(),
        one.frames(),
        one.framesPerSecond(),
        one.bytesPerFrame(),
        one.percentileMillis(50),
        one.percentileMillis(99),
        one.missing(),
        one.cpuMicrosPerSend(subscribers));
  }

  @FormatMethod
  private static void line(StringBuilder text, String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
