@NullMarked
@CheckReturnValue
package dev.boxoffice.system.seatmap;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
