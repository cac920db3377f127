/**
 * Work that was begun and has to end, whatever crashes in between.
 *
 * <p>Every recorded process (a purchase, a cancellation, a refund) keeps one row in {@code work}
 * from the transaction that begins it to the one that ends it. Whoever holds the row's lease runs
 * the process; when no answer came, or the runner died, the row falls due and any instance goes on
 * from the step that was recorded. Running twice is harmless, because every step may be repeated
 * and every transition is guarded by the step it leaves; the lease only keeps it rare.
 */
@NullMarked
@CheckReturnValue
package dev.boxoffice.booking.process;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
