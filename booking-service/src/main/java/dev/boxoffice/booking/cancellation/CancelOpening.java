package dev.boxoffice.booking.cancellation;

import dev.boxoffice.booking.process.Work;

/** What a wish to give seats back finds. */
sealed interface CancelOpening {

  /** A new cancellation, to be run by whoever began it. */
  record Begun(CancellationId id, Work work) implements CancelOpening {}

  /** The same cancellation, begun before. */
  record Same(CancellationId id) implements CancelOpening {}

  /** Another cancellation of this booking under way: there is one at a time. */
  record OtherRunning() implements CancelOpening {}

  /** Nothing to do, because all is said already. */
  record Decided(CancelOutcome outcome) implements CancelOpening {}
}
