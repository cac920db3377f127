package dev.boxoffice.seat.sale;

import dev.boxoffice.defaults.event.IncomingEvent;
import dev.boxoffice.defaults.inbox.Inbox;
import java.time.Instant;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Obeys what the waiting rooms say last: organisers switch them on and off during a sale. */
@Component
class FollowRooms {
  private static final Logger log = LoggerFactory.getLogger(FollowRooms.class);
  private static final String CONSUMER = "rooms";

  private final Inbox inbox;
  private final RoomLedger rooms;
  private final TransactionTemplate transactions;

  FollowRooms(Inbox inbox, RoomLedger rooms, TransactionTemplate transactions) {
    this.inbox = inbox;
    this.rooms = rooms;
    this.transactions = transactions;
  }

  void follow(IncomingEvent event) {
    transactions.executeWithoutResult(
        _ -> {
          if (inbox.firstTime(CONSUMER, event.id())) {
            apply(event);
          }
        });
  }

  private void apply(IncomingEvent event) {
    switch (event.type()) {
      // Nobody is let in by a paused room: all the more does it stand before the seats.
      case "queue.room.opened", "queue.room.paused" -> change(event, true);
      case "queue.room.closed" -> change(event, false);
      // The topic may say more than this service wants to know.
      default -> log.debug("{} is not of interest", event.type());
    }
  }

  private void change(IncomingEvent event, boolean admissionNeeded) {
    RoomChange room = event.data(RoomChange.class);
    boolean newest = rooms.change(new ShowId(room.showId()), admissionNeeded, room.at());
    log.info(
        "{} {}: {}", event.type(), event.key(), newest ? "obeyed" : "older than what is known");
  }

  record RoomChange(UUID showId, Instant at) {}
}
