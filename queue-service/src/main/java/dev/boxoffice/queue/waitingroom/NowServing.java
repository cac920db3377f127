package dev.boxoffice.queue.waitingroom;

import dev.boxoffice.queue.admission.Pace;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a line is, for everybody.
 *
 * @param nowServing the last number that was let in
 * @param joined the last number that was given
 * @param waiting how many have a number, were not let in and did not leave
 */
record NowServing(
    Room room,
    long nowServing,
    long joined,
    long waiting,
    Pace pace,
    @Nullable Long seatsLeft,
    @Nullable Long priceFrom,
    @Nullable Long priceTo) {

  Status statusAt(Instant now) {
    if (room.cancelled() || !room.mode().roomOn()) {
      return Status.CLOSED;
    }
    if (room.mode() == Mode.PAUSED) {
      return Status.PAUSED;
    }
    return room.doorsOpenAt(now) ? Status.OPEN : Status.LOBBY;
  }

  enum Status {
    LOBBY,
    OPEN,
    PAUSED,
    /** Nobody has to wait here. */
    CLOSED
  }
}
