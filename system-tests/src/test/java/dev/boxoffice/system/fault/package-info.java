@NullMarked
@CheckReturnValue
package dev.boxoffice.system.fault;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
