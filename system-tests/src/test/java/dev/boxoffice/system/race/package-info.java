@NullMarked
@CheckReturnValue
package dev.boxoffice.system.race;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
