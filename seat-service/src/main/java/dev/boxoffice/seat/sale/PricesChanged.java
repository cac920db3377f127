package dev.boxoffice.seat.sale;

/** Sections of a show have other prices now, committed. */
public record PricesChanged(ShowId showId) {}
