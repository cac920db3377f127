package dev.boxoffice.queue.waitingroom;

import dev.boxoffice.defaults.event.IncomingEvent;
import dev.boxoffice.defaults.inbox.Inbox;
import dev.boxoffice.queue.admission.ShowId;
import dev.boxoffice.queue.admission.SteerAdmission;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes a room for every show that is published, and keeps it in step with the catalogue. */
@Component
class FollowCatalogue {
  private static final Logger log = LoggerFactory.getLogger(FollowCatalogue.class);
  private static final String CONSUMER = "catalogue";

  private final Inbox inbox;
  private final RoomLedger rooms;
  private final LineLedger line;
  private final SteerAdmission steerAdmission;
  private final RoomNews news;

  FollowCatalogue(
      Inbox inbox,
      RoomLedger rooms,
      LineLedger line,
      SteerAdmission steerAdmission,
      RoomNews news) {
    this.inbox = inbox;
    this.rooms = rooms;
    this.line = line;
    this.steerAdmission = steerAdmission;
    this.news = news;
  }

  @Transactional
  void follow(IncomingEvent event) {
    if (!inbox.firstTime(CONSUMER, event.id())) {
      return;
    }
    switch (event.type()) {
      case "catalogue.show.published", "catalogue.show.changed" ->
          list(event.data(ListedShow.class));
      case "catalogue.show.cancelled" -> cancel(event.data(CancelledShow.class));
      // The topic may say more than this service wants to know.
      default -> log.debug("{} is not of interest", event.type());
    }
  }

  /** The catalogue's mode is only the first one: afterwards the organiser runs the room here. */
  private void list(ListedShow show) {
    Room room = show.room();
    if (rooms.insert(room, show.priceFrom(), show.priceTo())) {
      if (!line.begin(room.showId(), room.mode().roomOn())) {
        throw new IllegalStateException("a line without a room: " + room.showId());
      }
      steerAdmission.begin(room.showId(), room.mode().running(), room.salesStartAt());
      news.tell(room.showId(), Mode.OFF, room.mode());
    } else if (rooms.reschedule(room, show.priceFrom(), show.priceTo())) {
      steerAdmission.openDoorsAt(room.showId(), room.salesStartAt());
    }
  }

  private void cancel(CancelledShow show) {
    ShowId showId = new ShowId(show.showId());
    if (rooms.cancel(showId)) {
      steerAdmission.stop(showId);
    }
  }

  private record CancelledShow(UUID showId) {}
}
