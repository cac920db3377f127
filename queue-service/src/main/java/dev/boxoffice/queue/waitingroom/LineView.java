package dev.boxoffice.queue.waitingroom;

import java.time.Instant;
import java.util.Optional;

/** A line as it was seen at one moment. */
public final class LineView {
  private final Room room;
  private final Progress progress;
  private final Instant seenAt;

  LineView(Room room, Progress progress, Instant seenAt) {
    this.room = room;
    this.progress = progress;
    this.seenAt = seenAt;
  }

  /** The place of somebody who waited; empty if they do not any more. */
  public Optional<Place> of(Place.Waiting before) {
    return progress.waits(before.number())
        ? Optional.of(
            room.waiting(
                before.entryId(),
                before.number(),
                progress.ahead(before.number()),
                progress.pace(),
                seenAt))
        : Optional.empty();
  }
}
