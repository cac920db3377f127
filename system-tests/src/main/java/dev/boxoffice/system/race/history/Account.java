package dev.boxoffice.system.race.history;

import java.util.UUID;

/** What the payment provider's own books say of one payment, in minor units. */
public record Account(
    UUID bookingId, long authorised, long captured, long voided, long refunded, int captures) {}
