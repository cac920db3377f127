package dev.boxoffice.queue.waitingroom;

import dev.boxoffice.queue.admission.EntryId;
import dev.boxoffice.queue.admission.Pace;
import dev.boxoffice.queue.admission.ShowId;
import dev.boxoffice.queue.admission.UserId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The waiting room of a show, as its organiser set it up. */
record Room(
    ShowId showId,
    UserId organiser,
    Mode mode,
    LobbyOrder lobbyOrder,
    @Nullable Instant salesStartAt,
    boolean cancelled) {

  boolean doorsOpenAt(Instant now) {
    return salesStartAt == null || !now.isBefore(salesStartAt);
  }

  /** The place of a number that waits. */
  Place waiting(EntryId entryId, long number, long ahead, Pace pace, Instant now) {
    return new Place.Waiting(
        entryId,
        showId,
        number,
        doorsOpenAt(now),
        ahead,
        untilDoors(now).plus(pace.waitBehind(ahead)));
  }

  private Duration untilDoors(Instant now) {
    return salesStartAt == null || salesStartAt.isBefore(now)
        ? Duration.ZERO
        : Duration.between(now, salesStartAt);
  }
}
