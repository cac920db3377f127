package dev.boxoffice.event.catalogue;

/** What became of cancelling a show. */
sealed interface CancelShowOutcome {
  /** The show is cancelled, now or since before; its bookings follow. */
  record Cancelled() implements CancelShowOutcome {}

  /** The organiser has no such event. */
  record EventUnknown() implements CancelShowOutcome {}

  /** The event has no such show. */
  record ShowUnknown() implements CancelShowOutcome {}
}
