package dev.boxoffice.seat.sale;

import dev.boxoffice.defaults.outbox.Outbox;
import java.time.Instant;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes a show's seats and opens it, in one transaction: seen whole or not at all. */
@Component
class OpenShow {
  private final SaleLedger sales;
  private final SeatingLedger seating;
  private final Outbox outbox;
  private final ApplicationEventPublisher listeners;
  private final TransactionTemplate transactions;

  OpenShow(
      SaleLedger sales,
      SeatingLedger seating,
      Outbox outbox,
      ApplicationEventPublisher listeners,
      TransactionTemplate transactions) {
    this.sales = sales;
    this.seating = seating;
    this.outbox = outbox;
    this.listeners = listeners;
    this.transactions = transactions;
  }

  /** False if another instance was first, or the show was cancelled meanwhile. */
  boolean open(Preparation show, Layout layout) {
    return Boolean.TRUE.equals(transactions.execute(_ -> openInTransaction(show, layout)));
  }

  private boolean openInTransaction(Preparation show, Layout layout) {
    if (!sales.lockPreparing(show.showId())) {
      return false;
    }
    int totalSeats = seating.lay(show, layout);
    listeners.publishEvent(new SeatsLaid(show.showId(), totalSeats));
    Instant openedAt = sales.open(show.showId(), totalSeats);
    outbox.append(
        "seat.show",
        show.showId().toString(),
        "seat.show.opened",
        new ShowOpened(show.showId().value(), totalSeats, openedAt));
    return true;
  }

  record ShowOpened(UUID showId, int totalSeats, Instant openedAt) {}
}
