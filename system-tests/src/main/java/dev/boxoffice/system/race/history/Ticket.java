package dev.boxoffice.system.race.history;

import java.util.UUID;

/** A ticket that opens the door. */
public record Ticket(UUID bookingId, UUID seatId) {}
