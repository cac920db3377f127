package dev.boxoffice.seat.sale;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;

/**
 * How many of those who had a ticket did not come, by whoever counts at the door; the sale only
 * asks. Never asked inside a transaction.
 */
public interface NoShowRates {
  /**
   * The share of tickets that nobody came with, 0 to 1, at past shows of this event at this venue;
   * empty as long as there was none.
   */
  Optional<BigDecimal> of(UUID eventId, UUID venueId);
}
