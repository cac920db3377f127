/** Consumers notice an event they have already seen, in the transaction of its effect. */
@NullMarked
@CheckReturnValue
package dev.boxoffice.defaults.inbox;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
