/**
 * What every feature that asks Redis keeps to: short waits, nothing replayed, and a way without.
 */
@NullMarked
@CheckReturnValue
package dev.boxoffice.seat.redis;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
