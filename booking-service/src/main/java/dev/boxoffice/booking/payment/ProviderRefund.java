package dev.boxoffice.booking.payment;

import dev.boxoffice.booking.Money;
import java.time.Instant;

/** Money that went back or is going, in the provider's own books. */
public record ProviderRefund(
    ProviderRefundId id, ProviderPaymentId payment, Money amount, Instant createdAt) {}
