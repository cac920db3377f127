package dev.boxoffice.queue.admission;

/** What became of an attempt to let the next batch in. */
sealed interface BatchOutcome {
  /** People were let in, the last of them with this number. */
  record Admitted(long nowServing) implements BatchOutcome {}

  /** It is not time, admission is paused, or another instance is at it. */
  record NotDue() implements BatchOutcome {}

  /** As many are admitted as may be at one time. */
  record Full() implements BatchOutcome {}

  record NobodyWaits() implements BatchOutcome {}
}
