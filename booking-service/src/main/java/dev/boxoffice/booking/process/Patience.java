package dev.boxoffice.booking.process;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.springframework.stereotype.Component;

/**
 * Waiting for the outcome of a process, which may run here or in another instance: hence by looking
 * at what is recorded, ever less often, and not beyond a deadline.
 */
public final class Patience {

  private static final Duration FIRST_PAUSE = Duration.ofMillis(20);
  private static final Duration LONGEST_PAUSE = Duration.ofMillis(200);
  private static final Backoff PAUSES = new Backoff(FIRST_PAUSE, LONGEST_PAUSE);

  private final WorkRunner runner;
  private final Clock clock;
  private final Instant startedAt;
  private final Instant deadline;
  private int pauses;

  private Patience(WorkRunner runner, Clock clock, Duration waitAtMost) {
    this.runner = runner;
    this.clock = clock;
    this.startedAt = clock.instant();
    this.deadline = startedAt.plus(waitAtMost);
  }

  /** Begins to wait. */
  @Component
  public static class Source {

    private final WorkRunner runner;
    private final Clock clock;

    Source(WorkRunner runner, Clock clock) {
      this.runner = runner;
      this.clock = clock;
    }

    public Patience of(Duration waitAtMost) {
      return new Patience(runner, clock, waitAtMost);
    }
  }

  public Instant startedAt() {
    return startedAt;
  }

  /** Starts work and waits until its run is over or the deadline has come; the run goes on. */
  public void run(Work work) {
    CompletableFuture<Void> run = runner.start(work);
    try {
      run.get(Math.max(0, left().toMillis()), TimeUnit.MILLISECONDS);
    } catch (TimeoutException stillRunning) {
      pauses = 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException("A run of " + work.kind() + " threw", e);
    }
  }

  /** Waits for an answer; absent if it does not come in time. */
  public <T> Optional<T> until(CompletableFuture<T> answer) {
    try {
      return Optional.of(answer.get(Math.max(0, left().toMillis()), TimeUnit.MILLISECONDS));
    } catch (TimeoutException tooLate) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (ExecutionException e) {
      throw new IllegalStateException("There is no answer to wait for", e);
    }
  }

  /**
   * Lets a moment pass.
   *
   * @return false if there is no time left
   */
  public boolean pause() {
    var left = left();
    if (left.isNegative() || left.isZero() || Thread.currentThread().isInterrupted()) {
      return false;
    }
    var pause = PAUSES.after(pauses++);
    LockSupport.parkNanos((pause.compareTo(left) < 0 ? pause : left).toNanos());
    return true;
  }

  private Duration left() {
    return Duration.between(clock.instant(), deadline);
  }
}
