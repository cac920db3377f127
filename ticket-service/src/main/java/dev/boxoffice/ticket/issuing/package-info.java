/**
 * One ticket a booked seat: issued when a booking is confirmed, printed, handed out, revoked.
 *
 * <p>Ticket ids derive from booking and seat, so a replayed event finds its tickets already there.
 * Revoking, issuing and handing on of one booking take turns on a lock by its id, because either
 * may come first: seats revoked before their tickets exist leave a tombstone, and their tickets are
 * born cancelled. Revoking and the door meet on the ticket's row, which only one of them can
 * change.
 */
@NullMarked
@CheckReturnValue
package dev.boxoffice.ticket.issuing;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
