package dev.boxoffice.system.race.history;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One change of one seat, as its history has it. */
public record SeatEvent(
    UUID seatId,
    int version,
    UUID holdId,
    @Nullable UUID bookingId,
    SeatStatus from,
    SeatStatus to,
    Instant at) {}
