package dev.boxoffice.system.race;

import java.util.List;
import java.util.UUID;

/**
 * A show on sale.
 *
 * @param limit seats a buyer may have
 */
record Show(UUID eventId, UUID showId, List<UUID> seatIds, int limit) {
  Show {
    seatIds = List.copyOf(seatIds);
  }
}
