/**
 * How many seats of a show are left, as other services are told.
 *
 * <p>Counted from the seats and published, never counted along: a shared row that every hold writes
 * would be the one that every hold waits for.
 */
@NullMarked
@CheckReturnValue
package dev.boxoffice.seat.allocation.counts;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
