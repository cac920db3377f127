package dev.boxoffice.queue.waitingroom;

import dev.boxoffice.queue.admission.AdmitEverybody;
import dev.boxoffice.queue.admission.Pace;
import dev.boxoffice.queue.admission.ShowId;
import dev.boxoffice.queue.admission.SteerAdmission;
import dev.boxoffice.queue.admission.UserId;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Applies an organiser's rules to a room of theirs, also while people wait in it. */
@Component
class RunRoom {
  private final RoomLedger rooms;
  private final LineLedger line;
  private final SteerAdmission steerAdmission;
  private final AdmitEverybody admitEverybody;
  private final RoomNews news;

  RunRoom(
      RoomLedger rooms,
      LineLedger line,
      SteerAdmission steerAdmission,
      AdmitEverybody admitEverybody,
      RoomNews news) {
    this.rooms = rooms;
    this.line = line;
    this.steerAdmission = steerAdmission;
    this.admitEverybody = admitEverybody;
    this.news = news;
  }

  @Transactional
  RunOutcome run(ShowId showId, UserId organiser, RoomRules rules) {
    Room room = rooms.lock(showId).filter(it -> it.organiser().equals(organiser)).orElse(null);
    Pace pace = steerAdmission.pace(showId).orElse(null);
    if (room == null || pace == null) {
      return new RunOutcome.ShowNotFound();
    }
    if (rules.lobbyOrder() == LobbyOrder.DRAW) {
      return new RunOutcome.NoDraw();
    }
    Room changed = changed(room, rules);
    Pace wanted = changed(pace, rules);
    if (!rooms.setRules(showId, changed.mode(), changed.lobbyOrder())) {
      throw new IllegalStateException("a locked room is gone: " + showId);
    }
    if (room.mode().roomOn() != changed.mode().roomOn()) {
      // Off to on: all before this moment were let in. On to off: all who wait are.
      int _ = admitEverybody.admitUpTo(line.turn(showId, changed.mode().roomOn()), showId);
    }
    steerAdmission.steer(showId, wanted, changed.mode().running() && !changed.cancelled());
    news.tell(showId, room.mode(), changed.mode());
    return new RunOutcome.Running(changed, wanted);
  }

  private static Room changed(Room room, RoomRules rules) {
    return new Room(
        room.showId(),
        room.organiser(),
        rules.mode(),
        Objects.requireNonNullElse(rules.lobbyOrder(), room.lobbyOrder()),
        room.salesStartAt(),
        room.cancelled());
  }

  private static Pace changed(Pace pace, RoomRules rules) {
    return new Pace(
        Objects.requireNonNullElse(rules.batchSize(), pace.batchSize()),
        Objects.requireNonNullElse(rules.batchInterval(), pace.batchInterval()),
        Objects.requireNonNullElse(rules.activeMax(), pace.activeMax()));
  }
}
