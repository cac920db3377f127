/**
 * Events that a consumer of this service could not apply: what they are and why, and the way back
 * to their topic. They lie on {@code <topic>-dlt} until somebody has looked; where the last replay
 * ended is a consumer group's offset there, so that nothing has to run meanwhile.
 */
@NullMarked
@CheckReturnValue
package dev.boxoffice.defaults.outbox.deadletter;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
