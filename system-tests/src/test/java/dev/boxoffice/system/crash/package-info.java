@NullMarked
@CheckReturnValue
package dev.boxoffice.system.crash;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
