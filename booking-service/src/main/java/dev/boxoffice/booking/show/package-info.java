/** What booking-service remembers of the catalogue's shows. */
@NullMarked
@CheckReturnValue
package dev.boxoffice.booking.show;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
