/** The boundary to ticket-service, which alone decides whether somebody is already inside. */
@NullMarked
@CheckReturnValue
package dev.boxoffice.booking.tickets;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
