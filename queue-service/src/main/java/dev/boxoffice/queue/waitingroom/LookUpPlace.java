package dev.boxoffice.queue.waitingroom;

import dev.boxoffice.queue.admission.ShowId;
import dev.boxoffice.queue.admission.UserId;
import org.springframework.stereotype.Component;

/** Finds somebody's place in the line of a show that may not exist. */
@Component
public class LookUpPlace {
  private final RoomLedger rooms;
  private final FindPlace findPlace;

  LookUpPlace(RoomLedger rooms, FindPlace findPlace) {
    this.rooms = rooms;
    this.findPlace = findPlace;
  }

  public PlaceOutcome lookUp(ShowId showId, UserId userId) {
    Room room = rooms.find(showId).orElse(null);
    if (room == null) {
      return new PlaceOutcome.ShowNotFound();
    }
    return findPlace
        .find(room, userId)
        .<PlaceOutcome>map(PlaceOutcome.Found::new)
        .orElseGet(PlaceOutcome.NotInQueue::new);
  }
}
