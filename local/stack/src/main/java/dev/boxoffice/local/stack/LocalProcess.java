package dev.boxoffice.local.stack;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** One process on this machine that Boxoffice started, in this JVM or in an earlier one. */
public final class LocalProcess {

  private static final Duration KILL_TAKES_AT_MOST = Duration.ofSeconds(10);

  /** The system derives start times from its clock, which may be set meanwhile. */
  private static final Duration START_TIME_TOLERANCE = Duration.ofSeconds(2);

  private final String name;
  private final ProcessHandle handle;
  private final @Nullable Process child;
  private final String stopSignal;
  private final Path log;
  private final Path pidFile;
  private final @Nullable Tether tether;

  private LocalProcess(
      String name,
      ProcessHandle handle,
      @Nullable Process child,
      String stopSignal,
      Path log,
      Path pidFile,
      @Nullable Tether tether) {
    this.name = name;
    this.handle = handle;
    this.child = child;
    this.stopSignal = stopSignal;
    this.log = log;
    this.pidFile = pidFile;
    this.tether = tether;
  }

  /** Starts the command; it may still be starting up when this returns. */
  public static LocalProcess start(ProcessCommand command) {
    try {
      Files.createDirectories(command.directory());
      Files.createDirectories(command.log().toAbsolutePath().getParent());
      Files.createDirectories(command.pidFile().toAbsolutePath().getParent());
      var builder =
          new ProcessBuilder(words(command))
              .directory(command.directory().toFile())
              .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
              .redirectErrorStream(true)
              .redirectOutput(Redirect.appendTo(command.log().toFile()));
      builder.environment().putAll(command.environment());
      var child = builder.start();
      var handle = child.toHandle();
      var pid = new PidRecord(handle.pid(), startOf(handle), command.stopSignal());
      pid.write(command.pidFile());
      var tether =
          command.lifetime() == Lifetime.OF_THIS_JVM
              ? Tether.tie(handle.pid(), command.stopSignal())
              : null;
      return new LocalProcess(
          command.name(),
          handle,
          child,
          command.stopSignal(),
          command.log(),
          command.pidFile(),
          tether);
    } catch (IOException e) {
      throw new StackException("cannot start " + command.name() + ": " + e.getMessage(), e);
    }
  }

  /** The process that a pid file speaks of, if that very process still runs. */
  public static Optional<LocalProcess> recorded(String name, Path log, Path pidFile) {
    var found = PidRecord.read(pidFile);
    if (found == null) {
      return Optional.empty();
    }
    return ProcessHandle.of(found.pid())
        .filter(ProcessHandle::isAlive)
        .filter(handle -> isNear(startOf(handle), found.startedAt()))
        .map(
            handle -> new LocalProcess(name, handle, null, found.stopSignal(), log, pidFile, null));
  }

  public String name() {
    return name;
  }

  public long pid() {
    return handle.pid();
  }

  public Path log() {
    return log;
  }

  public Path pidFile() {
    return pidFile;
  }

  public boolean isAlive() {
    return handle.isAlive();
  }

  /** Sends a signal by its name without {@code SIG}, e.g. {@code STOP}; false if it has ended. */
  @CanIgnoreReturnValue
  public boolean signal(String signal) {
    if (!handle.isAlive()) {
      return false;
    }
    return Programs.exitCode(List.of("kill", "-" + signal, Long.toString(pid()))) == 0;
  }

  /**
   * Asks the process to end, kills it when it has not after {@code grace}; returns when it is gone.
   */
  public void stop(Duration grace) {
    signal(stopSignal);
    if (!endsWithin(grace)) {
      kill();
    }
    forget();
  }

  /** Kills the process as a crash would; returns when it is gone. Its state stays. */
  public void kill() {
    signal("KILL");
    if (!endsWithin(KILL_TAKES_AT_MOST)) {
      throw new StackException(name + " (pid " + pid() + ") survived being killed");
    }
    forget();
  }

  /** Whether the process has ended when the time is over. */
  public boolean endsWithin(Duration patience) {
    try {
      // A handle may know of the end before the child does, which is asked how it ended.
      return child == null
          ? !handle.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS).isAlive()
          : child.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException stillThere) {
      return false;
    } catch (ExecutionException e) {
      throw new StackException("cannot wait for " + name, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackException("interrupted while waiting for " + name + " to end", e);
    }
  }

  /** Whether it has ended, and well; of one that an earlier JVM started, nobody knows. */
  public boolean succeeded() {
    return child != null && !child.isAlive() && child.exitValue() == 0;
  }

  private void forget() {
    if (tether != null) {
      tether.cut();
    }
    try {
      Files.deleteIfExists(pidFile);
    } catch (NoSuchFileException alreadyGone) {
      // another stopper was quicker
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> words(ProcessCommand command) {
    var words = new ArrayList<String>();
    // Out of the terminal's process group: its Ctrl-C is for us, who then stop it in order.
    if (command.lifetime() == Lifetime.UNTIL_STOPPED && Programs.onPath("setsid").isPresent()) {
      words.add("setsid");
    }
    words.addAll(command.words());
    return words;
  }

  private static Instant startOf(ProcessHandle handle) {
    return handle.info().startInstant().orElse(Instant.EPOCH);
  }

  private static boolean isNear(Instant one, Instant other) {
    return Duration.between(one, other).abs().compareTo(START_TIME_TOLERANCE) <= 0;
  }
}
