package dev.boxoffice.queue.waitingroom;

import dev.boxoffice.queue.admission.Pace;
import java.time.Duration;
import java.util.UUID;

/** A room's rules as the contract shows them. */
record RoomBody(
    UUID showId,
    Mode mode,
    int batchSize,
    Duration batchInterval,
    int activeMax,
    LobbyOrder lobbyOrder) {

  static RoomBody of(Room room, Pace pace) {
    return new RoomBody(
        room.showId().value(),
        room.mode(),
        pace.batchSize(),
        pace.batchInterval(),
        pace.activeMax(),
        room.lobbyOrder());
  }
}
