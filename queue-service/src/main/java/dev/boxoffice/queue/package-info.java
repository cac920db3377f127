/** The waiting room: who may try for seats, and when. */
@NullMarked
@CheckReturnValue
package dev.boxoffice.queue;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
