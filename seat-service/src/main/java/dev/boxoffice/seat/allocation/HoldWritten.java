package dev.boxoffice.seat.allocation;

import dev.boxoffice.seat.allocation.hold.SeatsChanged;
import dev.boxoffice.seat.sale.SeatId;
import java.util.List;

/** How an attempt to write a hold ended. All but {@code Done} are rolled back. */
sealed interface HoldWritten {
  record Done(List<SeatsChanged.Change> changes) implements HoldWritten {
    public Done {
      changes = List.copyOf(changes);
    }
  }

  /** The show is not on sale by the database's clock. */
  record NotOnSale() implements HoldWritten {}

  /**
   * The buyer has too many seats.
   *
   * @param owned seats held and booked without this hold
   * @param someAreDue whether holds among them only wait to be ended
   */
  record OverLimit(int owned, boolean someAreDue) implements HoldWritten {}

  /**
   * Not every seat was available.
   *
   * @param seatIds those that were not
   * @param someAreFree whether one of them has become free since
   */
  record Missing(List<SeatId> seatIds, boolean someAreFree) implements HoldWritten {
    public Missing {
      seatIds = List.copyOf(seatIds);
    }
  }
}
