package dev.boxoffice.booking.booking;

import dev.boxoffice.booking.HoldId;
import dev.boxoffice.booking.UserId;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A buyer's wish to pay for a hold.
 *
 * @param email where the tickets go
 * @param paymentMethodId what to pay with, in the provider's words
 * @param waitAtMost how long to wait for the outcome
 */
record ConfirmCommand(
    HoldId holdId,
    String paymentMethodId,
    UserId userId,
    @Nullable String email,
    Duration waitAtMost) {}
