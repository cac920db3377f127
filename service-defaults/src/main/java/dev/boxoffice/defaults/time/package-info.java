/** The clock, so that time is an argument. */
@NullMarked
@CheckReturnValue
package dev.boxoffice.defaults.time;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
