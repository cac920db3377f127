/**
 * What the clock sets off: holds that have expired, and the months of the history.
 *
 * <p>Every instance does it. Whoever is second finds nothing left to do.
 */
@NullMarked
@CheckReturnValue
package dev.boxoffice.seat.allocation.upkeep;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
