/**
 * The named points in the runs of purchases and cancellations, and a booking-service that halts at
 * them. Among the tests because it calls the service's own classes and is never shipped;
 * system-tests starts it, in a JVM like that of the service.
 */
@NullMarked
@CheckReturnValue
package dev.boxoffice.booking.crash;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
