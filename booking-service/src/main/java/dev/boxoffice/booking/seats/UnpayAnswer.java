package dev.boxoffice.booking.seats;

import java.time.Instant;

/** What is left of a hold that nobody pays for any more. */
public sealed interface UnpayAnswer {

  /** The buyer still has it. */
  record Active(Instant expiresAt) implements UnpayAnswer {}

  /** The hold has ended. */
  record HoldEnded() implements UnpayAnswer {}
}
