package dev.boxoffice.seat.allocation.hold;

import java.time.Instant;

/** What became of a hold whose payment came to nothing. */
public sealed interface UnpayOutcome {
  /** The hold goes on: for what was left of it, or with a later attempt. */
  record Active(Instant expiresAt) implements UnpayOutcome {}

  /** The hold has ended. */
  record Ended(Instant expiresAt) implements UnpayOutcome {}

  /** This booking has no such hold. */
  record NotFound() implements UnpayOutcome {}

  /** The seats are booked. */
  record AlreadyBooked() implements UnpayOutcome {}
}
