package dev.boxoffice.system.race.history;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A seat as it is. */
public record SeatRecord(
    UUID seatId, int version, SeatStatus status, @Nullable UUID holdId, @Nullable UUID bookingId) {}
