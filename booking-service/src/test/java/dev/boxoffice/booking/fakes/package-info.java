/** Stand-ins for what lies beyond this service's process: stateful, and able to fail. */
@NullMarked
@CheckReturnValue
package dev.boxoffice.booking.fakes;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
