package dev.boxoffice.booking.reconciliation;

import dev.boxoffice.booking.Money;
import dev.boxoffice.booking.payment.ProviderRefundId;
import java.time.Instant;

/** Money that went back, as we have it on record. */
record OwnRefund(ProviderRefundId id, Instant dueSince, Money amount) {}
