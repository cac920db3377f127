package dev.boxoffice.booking.reconciliation;

import dev.boxoffice.booking.Money;
import dev.boxoffice.booking.payment.ProviderPaymentId;
import java.time.Instant;

/**
 * An attempt to pay, as we have it on record.
 *
 * @param captured what it has taken
 * @param ended whether nothing happens to it any more
 */
record OwnPayment(ProviderPaymentId id, Instant begunAt, Money captured, boolean ended) {}
