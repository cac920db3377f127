/**
 * How much is done at once: beyond it a fast 503 is kinder than a slow one.
 *
 * <p>Virtual threads queue without bound on whatever they wait for; every queue in front of the
 * database is therefore here, with its length and its patience.
 */
@NullMarked
@CheckReturnValue
package dev.boxoffice.seat.allocation.load;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
