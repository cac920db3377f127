/** What {@code ./boxoffice bench} runs: long or heavy runs whose figures are worth a look. */
@NullMarked
@CheckReturnValue
package dev.boxoffice.system.bench;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
