package dev.boxoffice.seat.allocation;

import dev.boxoffice.seat.sale.Money;
import dev.boxoffice.seat.sale.SeatId;
import dev.boxoffice.seat.sale.SectionId;
import org.jspecify.annotations.Nullable;

/**
 * A seat of a hold, at the price that the hold fixed.
 *
 * @param row null in a general-admission section
 */
record HeldSeat(
    SeatId seatId,
    SectionId sectionId,
    String section,
    @Nullable String row,
    String number,
    Money price) {}
