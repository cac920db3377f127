/**
 * What is said about seats and holds: ids, values, and what can become of a wish.
 *
 * <p>Nothing here asks a server. Every other part of the allocation speaks in these words, so that
 * none of them needs to know another for a name.
 */
@NullMarked
@CheckReturnValue
package dev.boxoffice.seat.allocation.hold;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
