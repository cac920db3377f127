/**
 * What {@code ./boxoffice bench hold} measures: our holds and simpler ways to hold a seat, on one
 * machine in one run. The load itself is in the tests of seat-service, whose classes it calls.
 */
@NullMarked
@CheckReturnValue
package dev.boxoffice.system.hold;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
