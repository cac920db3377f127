package dev.boxoffice.local.launcher;

import dev.boxoffice.local.launcher.publishing.Elapsed;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Stops exactly what {@code up} started. */
@Command(name = "down", description = "Stops what 'up' started, and nothing else.")
final class DownCommand implements Callable<Integer> {

  @Option(names = "--wipe", description = "Then deletes all data, secrets and logs.")
  private boolean wipe = false;

  private final PrintStream out = System.out;

  @Override
  public Integer call() {
    StateDir state = Launcher.state();
    if (!state.exists()) {
      out.println("Nothing was started in " + state.folder());
      return 0;
    }
    long since = System.nanoTime();
    try (StateLock lock = StateLock.take(state, out::println)) {
      lock.check();
      var manner = wipe ? Stop.Manner.BRISK : Stop.Manner.PATIENT;
      long stopped = new Stop(state, manner, out::println).stop(program -> true);
      out.println(
          stopped == 0
              ? "Nothing was running"
              : "Stopped %d programs in %s".formatted(stopped, Elapsed.since(since)));
      if (wipe) {
        state.wipe();
        out.println("Deleted " + state.folder());
      }
      return 0;
    }
  }
}
