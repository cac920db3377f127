/**
 * Lets people in, by moving a cursor along the line.
 *
 * <p>Everyone whose number is at or before the cursor was admitted or has left; everyone after it
 * waits. So one small number says everybody's place, and admitting a batch is one transaction of
 * one instance: it locks the show's row, takes the next numbers in order, and moves the cursor past
 * them, guarded by where it stood. An admission is a row with an end; the token that proves it is
 * signed from that row, so that asking again gives the same rights for the same time.
 */
@NullMarked
@CheckReturnValue
package dev.boxoffice.queue.admission;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
