package dev.boxoffice.event.catalogue;

import dev.boxoffice.defaults.event.IncomingEvent;
import dev.boxoffice.defaults.inbox.Inbox;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what the seat and queue services say about a show's sale. */
@Component
class FollowSale {
  private static final String CONSUMER = "show-sales";

  private record Opened(UUID showId, int totalSeats, Instant openedAt) {}

  private record Counts(
      UUID showId,
      Instant countedAt,
      int available,
      int held,
      int booked,
      int blocked,
      @Nullable Long priceFrom) {}

  private record RoomChange(UUID showId, Instant at) {}

  private final Inbox inbox;
  private final ShowSalesLedger ledger;

  FollowSale(Inbox inbox, ShowSalesLedger ledger) {
    this.inbox = inbox;
    this.ledger = ledger;
  }

  @Transactional
  public void follow(IncomingEvent event) {
    if (!inbox.firstTime(CONSUMER, event.id())) {
      return;
    }
    switch (event.type()) {
      case "seat.show.opened" -> {
        Opened opened = event.data(Opened.class);
        ledger.open(new ShowId(opened.showId()), opened.totalSeats(), opened.openedAt());
      }
      case "seat.show.counts" -> {
        Counts counts = event.data(Counts.class);
        ledger.count(
            new ShowId(counts.showId()),
            counts.available() + counts.held() + counts.booked() + counts.blocked(),
            counts.available(),
            counts.held(),
            counts.priceFrom(),
            counts.countedAt());
      }
      // A paused room still stands between buyers and seats.
      case "queue.room.opened", "queue.room.paused" -> changeRoom(event, true);
      case "queue.room.closed" -> changeRoom(event, false);
      default -> {
        // The topics say more than the catalogue shows.
      }
    }
  }

  private void changeRoom(IncomingEvent event, boolean open) {
    RoomChange change = event.data(RoomChange.class);
    ledger.changeRoom(new ShowId(change.showId()), open, change.at());
  }
}
