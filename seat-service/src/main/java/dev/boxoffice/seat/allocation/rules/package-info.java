/**
 * The seat rules, on one picture of the rows: who leaves a single seat alone, and which places are
 * the best that are left.
 *
 * <p>Values and arithmetic only: where the picture comes from, and what a refusal looks like, is
 * for others. Whoever chooses seats and whoever has them chosen is judged by the same code.
 */
@NullMarked
@CheckReturnValue
package dev.boxoffice.seat.allocation.rules;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
