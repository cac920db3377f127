/** The door: one ticket lets in one person, once. */
@NullMarked
@CheckReturnValue
package dev.boxoffice.ticket.checkin;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
