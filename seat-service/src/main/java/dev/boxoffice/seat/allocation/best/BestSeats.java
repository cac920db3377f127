package dev.boxoffice.seat.allocation.best;

import dev.boxoffice.seat.allocation.hold.HoldRequest;
import dev.boxoffice.seat.allocation.rules.Wish;
import dev.boxoffice.seat.sale.ShowId;

/** A wish for the best seats side by side that a show has left. */
public record BestSeats(ShowId showId, Wish wish) {
  public BestSeats {
    if (wish.quantity() > HoldRequest.SEATS_MAX) {
      throw new IllegalArgumentException("quantity " + wish.quantity());
    }
  }
}
