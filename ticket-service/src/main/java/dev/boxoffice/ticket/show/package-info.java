/** What the tickets need to know of a show, kept from the catalogue's events. */
@NullMarked
@CheckReturnValue
package dev.boxoffice.ticket.show;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
