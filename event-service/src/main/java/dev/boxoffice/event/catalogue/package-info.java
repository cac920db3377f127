/**
 * Events and their shows.
 *
 * <p>What organisers say is stored here and announced on {@code catalogue.show} in the same
 * transaction; what the sale does (seats left, waiting room) is heard from the services that know
 * and kept in a read model of its own, {@code show_sales}, so that neither side waits for the
 * other. A show's status is never stored: it follows from both and the clock.
 *
 * <p>Everything about one event happens under its row's lock: a show that is published while the
 * event is renamed is announced with one title or the other, in that order.
 */
@NullMarked
@CheckReturnValue
package dev.boxoffice.event.catalogue;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
