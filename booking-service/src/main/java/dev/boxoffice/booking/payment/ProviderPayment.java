package dev.boxoffice.booking.payment;

import dev.boxoffice.booking.Money;
import java.time.Instant;

/**
 * A payment in the provider's own books.
 *
 * @param setAside what could still be captured
 */
public record ProviderPayment(
    ProviderPaymentId id, Money captured, Money setAside, Instant createdAt) {}
