/**
 * What the catalogue says to other services and reads of them, as written in {@code contracts/}.
 */
@NullMarked
@CheckReturnValue
package dev.boxoffice.event.contracts;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
