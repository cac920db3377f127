package dev.boxoffice.booking.booking;

/** What became of writing a step down. */
sealed interface Recorded {

  /** It is written, and the attempt goes on or has ended. */
  record Stands(Attempt attempt) implements Recorded {}

  /** The booking is struck out with its attempt: there never was a hold. */
  record Forgotten() implements Recorded {}

  /** Another run has overtaken this one, and nothing was written. */
  record Overtaken() implements Recorded {}
}
