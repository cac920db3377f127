/**
 * Tells people in a line their place without being asked, over a WebSocket or as Server-Sent
 * Events.
 *
 * <p>A line that is watched is read once a turn, whoever watches: from the cursor and the numbers
 * that were given up, everybody's place is worked out. Only whom the cursor has passed is looked
 * up. A watcher who reads slowly misses places that are out of date, never the last.
 */
@NullMarked
@CheckReturnValue
package dev.boxoffice.queue.stream;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
