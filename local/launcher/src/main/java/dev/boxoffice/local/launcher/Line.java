package dev.boxoffice.local.launcher;

import java.time.Duration;
import java.util.Locale;

/** One line about one program. */
final class Line {

  private Line() {}

  static String of(Program program, String what) {
    return "  %-16s %s".formatted(program.label(), what);
  }

  static String of(Program program, String what, long sinceNanos) {
    return of(program, what + " in " + seconds(sinceNanos));
  }

  static String seconds(long sinceNanos) {
    double millis = Duration.ofNanos(System.nanoTime() - sinceNanos).toMillis();
    return String.format(Locale.ROOT, "%.1f s", millis / 1_000);
  }
}
