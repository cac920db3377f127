package dev.boxoffice.local.stack;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.List;

/**
 * Ends a process when this JVM ends, even by {@code kill -9}: a shell waits for the end of its
 * standard input, which the system closes together with the JVM.
 */
final class Tether {

  private static final String SCRIPT =
      """
      trap '' HUP INT TERM
      cat > /dev/null
      kill -"$2" "$1" 2> /dev/null
      i=0
      while [ $i -lt 50 ] && kill -0 "$1" 2> /dev/null; do i=$((i + 1)); sleep 0.1; done
      kill -KILL "$1" 2> /dev/null
      """;

  private final Process shell;

  private Tether(Process shell) {
    this.shell = shell;
  }

  static Tether tie(long pid, String signal) throws IOException {
    return new Tether(
        new ProcessBuilder(List.of("sh", "-c", SCRIPT, "tether", Long.toString(pid), signal))
            .redirectOutput(Redirect.DISCARD)
            .redirectError(Redirect.DISCARD)
            .start());
  }

  /** The process has ended by itself: its pid may soon be another's and must be left alone. */
  void cut() {
    shell.destroyForcibly();
  }
}
