package dev.boxoffice.local.stack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Waits until a server answers a real request. */
public final class Readiness {

  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Duration BETWEEN_TRIES = Duration.ofMillis(25);
  private static final int LOG_TAIL_BYTES = 4_000;

  private Readiness() {}

  /** A request that throws until the server can answer it. */
  @FunctionalInterface
  public interface Probe {
    void ask() throws Exception;
  }

  /** Starts a server and returns when it answers; one that does not is stopped again. */
  static LocalProcess start(ProcessCommand command, Duration stopWithin, Probe probe) {
    var process = LocalProcess.start(command);
    try {
      await(process, probe);
      return process;
    } catch (StackException notReady) {
      process.stop(stopWithin);
      throw notReady;
    }
  }

  /**
   * Returns when the probe succeeds; throws, with the end of the log, when the process ends first
   * or a minute and a half has passed.
   */
  public static void await(LocalProcess process, Probe probe) {
    await(process, PATIENCE, probe);
  }

  /** The same with another patience, for what has much to do before it can answer. */
  public static void await(LocalProcess process, Duration patience, Probe probe) {
    long deadline = System.nanoTime() + patience.toNanos();
    @Nullable Exception last = null;
    while (System.nanoTime() < deadline) {
      if (!process.isAlive()) {
        throw new StackException(process.name() + " ended while starting" + tail(process));
      }
      last = failureOf(probe);
      if (last == null) {
        return;
      }
      LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
    }
    var failure = new StackException(process.name() + " does not answer" + tail(process));
    if (last != null) {
      failure.initCause(last);
    }
    throw failure;
  }

  private static @Nullable Exception failureOf(Probe probe) {
    try {
      probe.ask();
      return null;
    } catch (Exception notYet) {
      return notYet;
    }
  }

  private static String tail(LocalProcess process) {
    try {
      var text = Files.readAllBytes(process.log());
      int from = Math.max(0, text.length - LOG_TAIL_BYTES);
      return "; its log "
          + process.log()
          + " ends with:\n"
          + new String(text, from, text.length - from, StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      return "; its log " + process.log() + " cannot be read";
    }
  }
}
