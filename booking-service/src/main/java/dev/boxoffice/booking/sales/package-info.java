/**
 * What an organiser sees of a show's sale. Derived from bookings and from others' events, and as
 * old as the last event heard.
 */
@NullMarked
@CheckReturnValue
package dev.boxoffice.booking.sales;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
