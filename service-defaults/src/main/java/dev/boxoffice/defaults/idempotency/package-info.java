/** Requests that carry an Idempotency-Key get their first answer again. */
@NullMarked
@CheckReturnValue
package dev.boxoffice.defaults.idempotency;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
