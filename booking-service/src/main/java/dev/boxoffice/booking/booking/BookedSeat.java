package dev.boxoffice.booking.booking;

import dev.boxoffice.booking.PricedSeat;

/** A seat of a booking, which may have been given back since. */
public record BookedSeat(PricedSeat seat, boolean cancelled) {}
