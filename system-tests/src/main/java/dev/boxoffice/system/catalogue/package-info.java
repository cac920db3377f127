/**
 * Searching a big catalogue: half a million generated events, and an event-service that is asked at
 * a steady rate. What asks is in the tests of event-service, beside whose classes it runs, as it
 * looks at the plans of that service's own statements.
 */
@NullMarked
@CheckReturnValue
package dev.boxoffice.system.catalogue;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
