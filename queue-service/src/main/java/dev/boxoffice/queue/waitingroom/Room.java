package dev.boxoffice.queue.waitingroom;

import dev.boxoffice.queue.admission.ShowId;
import dev.boxoffice.queue.admission.UserId;
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
}
