/**
 * Houses as they are stored, for the seat rules: what never changes about one is read once and
 * kept, which of its seats are free is read when somebody asks.
 */
@NullMarked
@CheckReturnValue
package dev.boxoffice.seat.allocation.house;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
