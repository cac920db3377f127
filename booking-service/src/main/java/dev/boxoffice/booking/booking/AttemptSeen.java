package dev.boxoffice.booking.booking;

/** How somebody who waits for an attempt's outcome finds it. */
sealed interface AttemptSeen {
  /** It has come to its end, or to the buyer's bank. */
  record Settled(Attempt attempt) implements AttemptSeen {}

  /** There is no such attempt any more: its hold was not the buyer's. */
  record Gone() implements AttemptSeen {}

  /** Nobody knows yet. */
  record UnderWay() implements AttemptSeen {}
}
