/**
 * WebSockets that cost little: what spring-websocket takes for a session, straight on Tomcat's
 * connection.
 *
 * <p>Tomcat's own WebSockets keep some buffers of 8 KB each for every session and encode a text
 * once for each. Here a message is a frame that was encoded once for all who get it ({@link
 * ServerFrame}), and a socket at rest keeps no buffer. Clients have little to say, so what they say
 * is bounded and taken whole ({@link ClientFrames}).
 */
@NullMarked
@CheckReturnValue
package dev.boxoffice.seat.seatmap.socket;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
