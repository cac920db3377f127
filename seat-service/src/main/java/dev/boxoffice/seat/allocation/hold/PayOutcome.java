package dev.boxoffice.seat.allocation.hold;

/** What became of booking-service's wish to take payment for a hold. */
public sealed interface PayOutcome {
  /** The seats stay until the pay deadline, or are booked by this booking already. */
  record Payable(Hold hold) implements PayOutcome {}

  /** This buyer has no such hold. */
  record NotFound() implements PayOutcome {}

  /**
   * The hold's time has passed, it was given up, its show is cancelled, another has it, or the
   * attempt is over.
   */
  record Expired() implements PayOutcome {}
}
