@NullMarked
@CheckReturnValue
package dev.boxoffice.system.race.checker;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
