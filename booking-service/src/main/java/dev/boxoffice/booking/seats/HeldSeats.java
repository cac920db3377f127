package dev.boxoffice.booking.seats;

import dev.boxoffice.booking.Order;
import java.time.Instant;

/**
 * Seats put aside while they are being paid for.
 *
 * @param payDeadline until when seat-service will book them
 */
public record HeldSeats(Order order, Instant payDeadline) {}
