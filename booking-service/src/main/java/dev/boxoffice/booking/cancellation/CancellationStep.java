package dev.boxoffice.booking.cancellation;

/** Where a cancellation is: what is being tried now, or how it ended. */
enum CancellationStep {
  /** Have the tickets revoked. Until then nothing has happened. */
  REVOKE,
  /** Put the seats back on sale. From here on the cancellation is a fact. */
  RETURN,
  /** End: all is done, but for the refund, which is a process of its own. */
  DONE,
  /** End: somebody is inside already. */
  REFUSED
}
