package dev.boxoffice.queue.waitingroom;

/** What became of a wish to leave a line. */
sealed interface LeaveOutcome {
  record Left() implements LeaveOutcome {}

  record WasNotIn() implements LeaveOutcome {}

  record ShowNotFound() implements LeaveOutcome {}
}
