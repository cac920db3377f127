package dev.boxoffice.local.launcher;

import dev.boxoffice.local.launcher.publishing.Elapsed;

/** One line about one program. */
final class Line {

  private Line() {}

  static String of(Program program, String what) {
    return "  %-16s %s".formatted(program.label(), what);
  }

  static String of(Program program, String what, long sinceNanos) {
    return of(program, what + " in " + Elapsed.since(sinceNanos));
  }
}
