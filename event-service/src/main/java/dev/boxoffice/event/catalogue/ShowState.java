package dev.boxoffice.event.catalogue;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A show at an instant: what was published, what was heard of its sale, and the clock. */
record ShowState(Show show, @Nullable ShowSales sales, Instant now) {

  ShowStatus status() {
    if (show.cancelledAt() != null) {
      return ShowStatus.CANCELLED;
    }
    if (!now.isBefore(show.showTime())) {
      return ShowStatus.ENDED;
    }
    if (sales == null || !sales.isOpened()) {
      return ShowStatus.PREPARING;
    }
    int takable = availableSeats() + Objects.requireNonNullElse(sales.heldSeats(), 0);
    return takable > 0 ? ShowStatus.OPEN : ShowStatus.SOLD_OUT;
  }

  int totalSeats() {
    return sales == null || sales.totalSeats() == null ? show.totalSeats() : sales.totalSeats();
  }

  int availableSeats() {
    if (sales == null || !sales.isOpened()) {
      return 0;
    }
    return Objects.requireNonNullElse(sales.availableSeats(), 0);
  }

  /** The lowest price of a seat that is left; of any seat while that is not known. */
  long priceFrom() {
    return sales == null || sales.priceFrom() == null ? show.lowestPrice() : sales.priceFrom();
  }

  QueueStatus queue() {
    Boolean heard = sales == null ? null : sales.roomOpen();
    boolean open = Objects.requireNonNullElse(heard, show.terms().queue() == QueueMode.ON);
    return open ? QueueStatus.ACTIVE : QueueStatus.OFF;
  }
}
