package dev.boxoffice.queue.waitingroom;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What became of a wish to join a line. If several refusals apply, the first here is given. */
sealed interface JoinOutcome {
  record Joined(Place place) implements JoinOutcome {}

  /** They are in it already, at the same place. */
  record AlreadyIn(Place place) implements JoinOutcome {}

  record ShowNotFound() implements JoinOutcome {}

  /**
   * The lobby is not open yet, or the show is cancelled.
   *
   * @param opensAt when it will; null if never
   */
  record NotOpen(@Nullable Instant opensAt) implements JoinOutcome {}
}
