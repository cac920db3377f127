package dev.boxoffice.queue.waitingroom;

import dev.boxoffice.queue.admission.ShowId;
import dev.boxoffice.queue.admission.UserId;
import org.springframework.stereotype.Component;

/** Gives up a place; those behind move up because their place counts leavers ahead of them. */
@Component
class LeaveQueue {
  private final RoomLedger rooms;
  private final LineLedger line;

  LeaveQueue(RoomLedger rooms, LineLedger line) {
    this.rooms = rooms;
    this.line = line;
  }

  LeaveOutcome leave(ShowId showId, UserId userId) {
    if (rooms.find(showId).isEmpty()) {
      return new LeaveOutcome.ShowNotFound();
    }
    return line.leave(showId, userId) ? new LeaveOutcome.Left() : new LeaveOutcome.WasNotIn();
  }
}
