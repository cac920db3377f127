/**
 * The early refusal: seats claimed in Redis, so that a loser is told in one round trip.
 *
 * <p>Apart from the allocation, because it decides nothing: it may forget everything at any moment,
 * and costs speed, never a seat.
 */
@NullMarked
@CheckReturnValue
package dev.boxoffice.seat.allocation.claims;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
