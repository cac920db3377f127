package dev.boxoffice.booking;

import org.jspecify.annotations.Nullable;

/**
 * A seat at the price fixed when it was held.
 *
 * @param row absent in general admission
 */
public record PricedSeat(
    SeatId seatId,
    SectionId sectionId,
    String section,
    @Nullable String row,
    String number,
    Money price) {}
