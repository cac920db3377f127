package dev.boxoffice.seat.sale;

import dev.boxoffice.defaults.event.IncomingEvent;
import dev.boxoffice.defaults.inbox.Inbox;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Learns of shows from the catalogue's events. */
@Component
class FollowCatalogue {
  private static final Logger log = LoggerFactory.getLogger(FollowCatalogue.class);
  private static final String CONSUMER = "sale";

  private final Inbox inbox;
  private final SaleLedger sales;
  private final TransactionTemplate transactions;

  FollowCatalogue(Inbox inbox, SaleLedger sales, TransactionTemplate transactions) {
    this.inbox = inbox;
    this.sales = sales;
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
      case "catalogue.show.published", "catalogue.show.changed" -> {
        int rows = sales.accept(event.data(PublishedShow.class), SeatIdBase.random());
        log.info("{} {}: {} show", event.type(), event.key(), rows);
      }
      case "catalogue.show.cancelled" -> {
        boolean cancelled = sales.cancel(event.data(CancelledShow.class).showId());
        log.info("{} {}: {}", event.type(), event.key(), cancelled ? "no more sale" : "no sale");
      }
      // The topic may say more than this service wants to know.
      default -> log.debug("{} is not of interest", event.type());
    }
  }

  record CancelledShow(UUID showId) {}
}
