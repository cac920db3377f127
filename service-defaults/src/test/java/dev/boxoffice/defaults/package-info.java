/** What holds for service-defaults as a whole. */
@NullMarked
@CheckReturnValue
package dev.boxoffice.defaults;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
