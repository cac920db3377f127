package dev.boxoffice.seat.allocation.hold;

/** What became of a wish for more time. */
public sealed interface ExtendOutcome {
  /** The hold lasts longer. */
  record Extended(Hold hold) implements ExtendOutcome {}

  /** This buyer has no such hold. */
  record NotFound() implements ExtendOutcome {}

  /**
   * The hold has been extended often enough, or is not a mere hold any more, or its show will not
   * take place.
   */
  record NotExtendable(HoldStatus status, int extensions) implements ExtendOutcome {}
}
