/** seat-service: who has which seat. */
@NullMarked
@CheckReturnValue
package dev.boxoffice.seat;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
