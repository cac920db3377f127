package dev.boxoffice.seat.allocation.hold;

/** What became of a wish to give up a hold. */
public sealed interface ReleaseOutcome {
  /** The hold no longer has any seats, now or since before. */
  record Released() implements ReleaseOutcome {}

  /** This buyer has no such hold. */
  record NotFound() implements ReleaseOutcome {}

  /** The hold is being paid for or has been booked: that is cancelled, not released. */
  record Committed(HoldStatus status) implements ReleaseOutcome {}
}
