@NullMarked
@CheckReturnValue
package dev.boxoffice.system.bench;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
