/** The boundary to seat-service, which alone decides who has which seat. */
@NullMarked
@CheckReturnValue
package dev.boxoffice.booking.seats;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
