/**
 * Seats chosen for a buyer who has not chosen any.
 *
 * <p>A reading and a guess, held like any other wish: whether the seats are still free is for the
 * hold to find out.
 */
@NullMarked
@CheckReturnValue
package dev.boxoffice.seat.allocation.best;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
