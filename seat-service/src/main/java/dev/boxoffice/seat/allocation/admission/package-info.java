/**
 * What stands before a hold, whichever its seats: the sale's hours and the waiting room.
 *
 * <p>Decided from the show's terms and the buyer's token alone, before anything is counted or
 * locked: whoever is not let in costs no server anything.
 */
@NullMarked
@CheckReturnValue
package dev.boxoffice.seat.allocation.admission;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
