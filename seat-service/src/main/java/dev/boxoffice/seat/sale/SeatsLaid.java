package dev.boxoffice.seat.sale;

/**
 * A show's seats have just been written, in a transaction that is still running. Whoever keeps
 * something for each seat adds it now, on this thread: the show opens with all of it or not at all.
 */
public record SeatsLaid(ShowId showId, int totalSeats) {}
