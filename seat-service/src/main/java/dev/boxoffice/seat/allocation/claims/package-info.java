/**
 * The early refusal: seats claimed in Redis, so that a loser is told in one round trip.
 *
 * <p>Apart from the allocation, because it decides nothing: it may forget everything at any moment,
 * and costs speed, never a seat.
 *
 * <p>Claims are kept in the Redis of the service, which may be a cluster ({@code SharedRedis}), or
 * in several independent ones of which a majority refuses ({@code LockNodes}). Where they are is no
 * matter to their scripts: each names the owner of what it changes, so one that comes late frees
 * and prolongs nothing of anybody else's, and each claim ends by itself.
 *
 * <p>A claim that is lost while its hold goes on comes back when the database refuses the seat to
 * the next hold: that one's claim is then replaced by the owner's.
 */
@NullMarked
@CheckReturnValue
package dev.boxoffice.seat.allocation.claims;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
