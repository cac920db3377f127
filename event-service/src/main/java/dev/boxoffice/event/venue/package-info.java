/** Where shows take place: a city, a time zone and a layout. Any organiser may use any venue. */
@NullMarked
@CheckReturnValue
package dev.boxoffice.event.venue;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
