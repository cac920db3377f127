/**
 * Purchases and cancellations whose booking-service halts in the middle: a JVM that ends at a named
 * point, with whatever it was at, and is started again. The points, and the class that halts there,
 * are in the tests of booking-service, whose classes they call.
 */
@NullMarked
@CheckReturnValue
package dev.boxoffice.system.crash;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
