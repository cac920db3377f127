/**
 * Stories told over HTTP through the gateway alone, against the built jars started as {@code up}
 * starts them.
 */
@NullMarked
@CheckReturnValue
package dev.boxoffice.system.e2e;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
