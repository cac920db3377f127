package dev.boxoffice.system.race.history;

import java.util.Set;
import java.util.UUID;

/**
 * A booking as it is.
 *
 * @param seatIds that it has and were not given back
 * @param total its price in minor units; 0 while unknown
 * @param refundDue what its buyer is to get back of it, in minor units
 */
public record BookingRecord(
    UUID bookingId,
    UUID holdId,
    String buyer,
    Status status,
    Set<UUID> seatIds,
    long total,
    long refundDue) {

  /** How far a booking has come. */
  public enum Status {
    PENDING,
    CONFIRMED,
    FAILED,
    CANCELLED
  }

  public BookingRecord {
    seatIds = Set.copyOf(seatIds);
  }
}
