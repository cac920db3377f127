package dev.boxoffice.defaults.idempotency;

import java.time.OffsetDateTime;

/** What became of the attempt to be the first request with a key. */
sealed interface Claim {
  /**
   * This request is the first: it runs, and its answer is to be stored.
   *
   * @param startedAt when, by the database; proves whose the key is when the answer is there
   */
  record First(OffsetDateTime startedAt) implements Claim {}

  /** The request was answered before. */
  record Answered(FirstAnswer answer) implements Claim {}

  /** The key was used for another request. */
  record Reused() implements Claim {}

  /** The first request with this key is still running. */
  record Running() implements Claim {}
}
