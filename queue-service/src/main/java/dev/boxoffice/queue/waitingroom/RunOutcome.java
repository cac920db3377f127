package dev.boxoffice.queue.waitingroom;

import dev.boxoffice.queue.admission.Pace;

/** What became of an organiser's rules for a room. */
sealed interface RunOutcome {
  record Running(Room room, Pace pace) implements RunOutcome {}

  /** Unknown, or another organiser's. */
  record ShowNotFound() implements RunOutcome {}

  /** The order of the lobby cannot be drawn; promising it would be a lie. */
  record NoDraw() implements RunOutcome {}
}
