package dev.boxoffice.queue.waitingroom;

/** What became of a look for one's own place. */
public sealed interface PlaceOutcome {
  record Found(Place place) implements PlaceOutcome {}

  record ShowNotFound() implements PlaceOutcome {}

  record NotInQueue() implements PlaceOutcome {}
}
