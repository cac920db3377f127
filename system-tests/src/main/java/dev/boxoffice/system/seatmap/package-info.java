/**
 * What {@code ./boxoffice bench seatmap} measures: reads of seat maps, from seat-service and
 * through the gateway, beside nginx with the same bytes, on one machine in one run. The load is
 * wrk's, for all of them.
 */
@NullMarked
@CheckReturnValue
package dev.boxoffice.system.seatmap;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
