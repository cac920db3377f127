package dev.boxoffice.ticket.issuing;

import dev.boxoffice.ticket.SeatId;
import org.jspecify.annotations.Nullable;

/** A seat as people find it; {@code row} is null where a section has places but no rows. */
public record Seat(SeatId seatId, String section, @Nullable String row, String number) {}
