package dev.boxoffice.seat.bench;

/** What a client was told. */
enum Answer {
  /** All seats are held. */
  GRANTED,
  /** At least one seat is somebody else's. */
  REFUSED,
  /** Anything else. */
  FAILED
}
