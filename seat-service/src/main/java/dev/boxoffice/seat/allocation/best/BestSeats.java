package dev.boxoffice.seat.allocation.best;

import dev.boxoffice.seat.allocation.hold.HoldRequest;
import dev.boxoffice.seat.sale.SectionId;
import dev.boxoffice.seat.sale.ShowId;
import org.jspecify.annotations.Nullable;

/**
 * A wish for any good seats side by side.
 *
 * @param sectionId null for any section
 * @param priceCategory null for any price
 * @param accessible whether each seat must be accessible
 */
public record BestSeats(
    ShowId showId,
    int quantity,
    @Nullable SectionId sectionId,
    @Nullable String priceCategory,
    boolean accessible) {
  public BestSeats {
    if (quantity < 1 || quantity > HoldRequest.SEATS_MAX) {
      throw new IllegalArgumentException("quantity " + quantity);
    }
  }
}
