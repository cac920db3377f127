/**
 * The purchase: a recorded process of steps, each of which can be undone until the last.
 *
 * <p>The step is written down before it is tried, so after a crash it is known what may have
 * happened: at most the step that is recorded. Nothing is captured before the seats are booked, and
 * the seats are booked only with the money authorised; hence nobody pays for nothing and nobody
 * sits for nothing. A refusal undoes the steps before it, last first. There is one booking a hold;
 * each card tried on it is an attempt with its own number, one at a time.
 */
@NullMarked
@CheckReturnValue
package dev.boxoffice.booking.booking;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
