/**
 * Handing a ticket on. The seat gets a new ticket with a new code in the new holder's name, and the
 * old one is cancelled: whoever kept a copy of the old code stays outside.
 */
@NullMarked
@CheckReturnValue
package dev.boxoffice.ticket.transfer;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
