package dev.boxoffice.seat.allocation.hold;

import dev.boxoffice.seat.sale.SeatId;
import dev.boxoffice.seat.sale.ShowId;
import java.util.List;
import java.util.Map;

/** Holds of one show that ended in a transaction, and the seats that became free by it. */
public record EndedHolds(
    ShowId showId, Map<SeatId, HoldId> owners, List<SeatsChanged.Change> changes) {
  public EndedHolds {
    owners = Map.copyOf(owners);
    changes = List.copyOf(changes);
  }

  public static EndedHolds none(ShowId showId) {
    return new EndedHolds(showId, Map.of(), List.of());
  }
}
