package dev.boxoffice.local.launcher;

import dev.boxoffice.local.stack.LocalProcess;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Ends what runs in a state folder: first what takes requests, last what keeps data. */
final class Stop {

  /** How long to wait before a program is killed. */
  enum Manner {
    /** Requests may finish, and a cache for the next start may be written. */
    PATIENT(Duration.ofMinutes(3)),
    /** Requests may finish; the cache would be of a build that is not started again. */
    BRISK(Duration.ofSeconds(6));

    private final Duration grace;

    Manner(Duration grace) {
      this.grace = grace;
    }
  }

  private static final List<Program.Kind> ORDER =
      List.of(
          Program.Kind.GATEWAY, Program.Kind.SERVICE, Program.Kind.STAND_IN, Program.Kind.SERVER);

  private final StateDir state;
  private final Manner manner;
  private final Consumer<String> progress;

  Stop(StateDir state, Manner manner, Consumer<String> progress) {
    this.state = state;
    this.manner = manner;
    this.progress = progress;
  }

  /** Stops what runs of the programs wanted and says how many that were. */
  long stop(Predicate<Program> wanted) {
    long stopped = 0;
    for (Program.Kind kind : ORDER) {
      Stream<Program> programs = Program.of(kind).stream().filter(wanted);
      stopped += inParallel(programs.toList());
    }
    return stopped;
  }

  private long inParallel(List<Program> programs) {
    List<Stopping> stopping = programs.stream().map(this::begin).toList();
    return stopping.stream().filter(Stopping::finished).count();
  }

  private record Stopping(Thread thread, Optional<LocalProcess> process) {
    boolean finished() {
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while stopping", e);
      }
      return process.isPresent();
    }
  }

  private Stopping begin(Program program) {
    Optional<LocalProcess> process = state.running(program);
    Thread thread =
        Thread.ofVirtual()
            .start(
                () -> {
                  long since = System.nanoTime();
                  process.ifPresent(
                      running -> {
                        running.stop(grace(program));
                        progress.accept(Line.of(program, "stopped", since));
                      });
                  state.markStopped(program);
                });
    return new Stopping(thread, process);
  }

  /** The servers always have the time to close their files in good order. */
  private Duration grace(Program program) {
    return program.kind() == Program.Kind.SERVER ? Manner.PATIENT.grace : manner.grace;
  }
}
