/**
 * The payment provider. Its types, its vocabulary and its webhooks stay in this package.
 *
 * <p>Every call that changes something carries an idempotency key made from our own ids, so that an
 * unknown outcome is resolved by asking again. The provider keeps a key for a day; a process is
 * expected to have got its answer by then. Webhooks carry no truth: a verified one only makes the
 * process it names due, which then fetches the truth itself.
 */
@NullMarked
@CheckReturnValue
package dev.boxoffice.booking.payment;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
