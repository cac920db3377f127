/**
 * A payment provider for one machine. It speaks the subset of Stripe's API that Boxoffice uses:
 * PaymentIntents with manual or automatic capture, refunds, idempotency keys, test payment methods,
 * authentication by the buyer, and signed webhooks. It keeps a ledger of what was authorised,
 * captured, voided and refunded, against which others can check their own books.
 *
 * <p>Everything that happens is one line of an append-only file: the new state of the objects, the
 * movements of money, the events to tell and the answer to remember. A line is on the disk before
 * its answer leaves, so a restart forgets nothing that anybody was told. The lines are all there
 * is; what is in memory is derived from them at the start.
 *
 * <p>What goes wrong is chosen by the buyer: a payment method may say, after a dot each, what
 * befalls the requests made with it ({@link dev.boxoffice.local.payments.PaymentMethod}). With
 * {@code boxoffice.payments.mishap-percent} it befalls anybody, as the seed draws it.
 */
@NullMarked
@CheckReturnValue
package dev.boxoffice.local.payments;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
