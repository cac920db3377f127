package dev.boxoffice.system.client;

import java.util.List;
import java.util.UUID;

/**
 * A show on sale.
 *
 * @param limit seats a buyer may have
 */
public record Show(UUID eventId, UUID showId, List<UUID> seatIds, int limit) {
  public Show {
    seatIds = List.copyOf(seatIds);
  }
}
