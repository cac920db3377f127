/**
 * The line of each show: joining, places, leaving, and the organiser's rules.
 *
 * <p>A join takes its number from the transaction that stores it: the show's turnstile row counts
 * up and the entry is inserted in one statement, so numbers have no gaps and survive whatever else
 * is lost. The same row says whether the room is on, so that no join can slip past the moment at
 * which it was turned on.
 */
@NullMarked
@CheckReturnValue
package dev.boxoffice.queue.waitingroom;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
