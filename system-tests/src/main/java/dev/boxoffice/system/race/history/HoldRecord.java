package dev.boxoffice.system.race.history;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A hold as it is.
 *
 * @param expiresAt when it ends or ended; the deadline for paying once that has begun
 */
public record HoldRecord(
    UUID holdId,
    String buyer,
    Status status,
    Set<UUID> seatIds,
    int seatCount,
    @Nullable UUID bookingId,
    Instant expiresAt,
    @Nullable Instant bookedAt) {

  /** How far a hold has come. */
  public enum Status {
    ACTIVE,
    PAYING,
    BOOKED,
    RELEASED,
    EXPIRED;

    public boolean inForce() {
      return this == ACTIVE || this == PAYING;
    }
  }

  public HoldRecord {
    seatIds = Set.copyOf(seatIds);
  }
}
