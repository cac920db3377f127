package dev.boxoffice.seat.allocation.hold;

import dev.boxoffice.seat.sale.Money;
import dev.boxoffice.seat.sale.SeatId;
import dev.boxoffice.seat.sale.SectionId;
import org.jspecify.annotations.Nullable;

/**
 * A seat of a hold, at the price that the hold fixed.
 *
 * @param row null in a general-admission section
 */
public record HeldSeat(
    SeatId seatId,
    SectionId sectionId,
    String section,
    @Nullable String row,
    String number,
    Money price) {}
