/**
 * Giving seats back and money with them: a recorded process, like the purchase.
 *
 * <p>ticket-service is asked first, because the race between a cancellation and the scanner at the
 * door has to be decided in one place. Then the booking, the event and the refund due are written
 * in one transaction; what follows (returning the seats, paying the refund) can only be late. The
 * percentage is fixed when the cancellation is asked for, so that nobody pays for our slowness.
 */
@NullMarked
@CheckReturnValue
package dev.boxoffice.booking.cancellation;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
