/** The boundary to booking-service, which alone knows bookings of which nothing was heard here. */
@NullMarked
@CheckReturnValue
package dev.boxoffice.ticket.booking;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
