/**
 * How much a show is looked at: a read of its seat map that brought a map, or a stream that was
 * opened.
 *
 * <p>A read that a cache answered never comes here, but a stream always does, and whoever watches a
 * map opens one. So behind caches the streams say how many look. Sections and availability are
 * asked for by who looks already, and are not counted, nor are answers that nothing changed.
 *
 * <p>Counting costs a request an entry in memory. Every few seconds each instance adds what it has
 * counted to the common count in Redis, by show and minute ({@link
 * dev.boxoffice.seat.views.CountViews}); without Redis it keeps its counts until it is back. Prices
 * are moved by them, so they need be neither complete nor exact: an instance that is killed loses
 * seconds, and an addition whose answer was lost is made twice.
 */
@NullMarked
@CheckReturnValue
package dev.boxoffice.seat.views;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
