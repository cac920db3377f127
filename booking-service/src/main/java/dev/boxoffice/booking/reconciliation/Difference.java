package dev.boxoffice.booking.reconciliation;

import dev.boxoffice.booking.Money;
import java.time.Instant;

/**
 * Something in which our books and the provider's do not agree.
 *
 * @param subject the payment or refund, as the provider names it
 * @param begunAt when it was begun
 * @param ours what we have on record
 * @param theirs what the provider has
 */
record Difference(Kind kind, String subject, Instant begunAt, Money ours, Money theirs) {

  /** In what they differ. */
  enum Kind {
    /** How much was captured of a payment. */
    CAPTURED,
    /** Money is still set aside for a payment that has ended. */
    SET_ASIDE,
    /** How much a refund gave back. */
    REFUNDED
  }
}
