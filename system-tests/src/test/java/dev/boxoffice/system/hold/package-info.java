@NullMarked
@CheckReturnValue
package dev.boxoffice.system.hold;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
