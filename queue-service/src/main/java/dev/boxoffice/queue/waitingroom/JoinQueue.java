package dev.boxoffice.queue.waitingroom;

import dev.boxoffice.defaults.problem.UnavailableException;
import dev.boxoffice.queue.admission.ShowId;
import dev.boxoffice.queue.admission.UserId;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts somebody at the end of a show's line, once. */
@Component
class JoinQueue {
  private static final int ATTEMPTS_MAX = 5;

  private final RoomLedger rooms;
  private final FindPlace findPlace;
  private final EnterLine enterLine;
  private final WaitingRoomSettings settings;
  private final Clock clock;

  JoinQueue(
      RoomLedger rooms,
      FindPlace findPlace,
      EnterLine enterLine,
      WaitingRoomSettings settings,
      Clock clock) {
    this.rooms = rooms;
    this.findPlace = findPlace;
    this.enterLine = enterLine;
    this.settings = settings;
    this.clock = clock;
  }

  JoinOutcome join(ShowId showId, UserId userId) {
    Room room = rooms.find(showId).orElse(null);
    if (room == null) {
      return new JoinOutcome.ShowNotFound();
    }
    // Somebody who joins and leaves in many requests at once can come in between again and again.
    for (int attempt = 1; attempt <= ATTEMPTS_MAX; attempt++) {
      JoinOutcome outcome = tryOnce(room, userId);
      if (outcome != null) {
        return outcome;
      }
    }
    throw new UnavailableException("a place in the line of " + showId, null);
  }

  /** Null if another request of the same user was first. */
  private @Nullable JoinOutcome tryOnce(Room room, UserId userId) {
    Place known = findPlace.find(room, userId).orElse(null);
    if (known != null && !(known instanceof Place.Expired)) {
      return new JoinOutcome.AlreadyIn(known);
    }
    if (room.cancelled()) {
      return new JoinOutcome.NotOpen(null);
    }
    Instant opensAt = lobbyOpensAt(room);
    if (opensAt != null && clock.instant().isBefore(opensAt)) {
      return new JoinOutcome.NotOpen(opensAt);
    }
    return enterLine.enter(room, userId, known).map(JoinOutcome.Joined::new).orElse(null);
  }

  /** A room that is off has no lobby: whoever comes is let in at once. */
  private @Nullable Instant lobbyOpensAt(Room room) {
    Instant salesStartAt = room.salesStartAt();
    return salesStartAt == null || !room.mode().roomOn()
        ? null
        : salesStartAt.minus(settings.lobbyOpensBefore());
  }
}
