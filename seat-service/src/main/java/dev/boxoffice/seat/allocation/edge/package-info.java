/**
 * Where buyers and booking-service come in.
 *
 * <p>Only words are changed here: bodies into wishes, outcomes into answers. A refusal that is
 * added to an outcome does not compile until it has an answer.
 */
@NullMarked
@CheckReturnValue
package dev.boxoffice.seat.allocation.edge;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
