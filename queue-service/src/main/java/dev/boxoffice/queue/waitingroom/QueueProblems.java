package dev.boxoffice.queue.waitingroom;

import dev.boxoffice.defaults.problem.Problem;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** The waiting room's own refusals. */
public final class QueueProblems {
  private QueueProblems() {}

  public static Problem showNotFound() {
    return Problem.of(HttpStatus.NOT_FOUND, "SHOW_NOT_FOUND", "There is no such show.");
  }

  public static Problem notInQueue() {
    return Problem.of(HttpStatus.NOT_FOUND, "NOT_IN_QUEUE", "You are not in this queue.");
  }

  static Problem notOpen(@Nullable Instant opensAt) {
    Problem problem =
        Problem.of(HttpStatus.CONFLICT, "QUEUE_NOT_OPEN", "Nobody can join this queue now.");
    return opensAt == null ? problem : problem.with("opensAt", opensAt);
  }
}
