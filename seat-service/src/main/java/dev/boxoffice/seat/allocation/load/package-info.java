/**
 * How much is done at once: beyond it a fast 503 is kinder than a slow one.
 *
 * <p>Virtual threads queue without bound on whatever they wait for; the queues in front of the
 * database are therefore here, with their lengths and their patience. One is elsewhere: who asks
 * for best seats waits for a shared reading of the free ones ({@code house}), which has patience
 * alone.
 */
@NullMarked
@CheckReturnValue
package dev.boxoffice.seat.allocation.load;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
