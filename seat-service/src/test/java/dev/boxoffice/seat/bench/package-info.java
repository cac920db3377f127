/**
 * The load of {@code ./boxoffice bench hold}: holds asked for by many clients at once, in several
 * ways. Among the tests because it may then call the service's own classes and is never shipped;
 * system-tests starts it, in a JVM like that of the service, and prints what it measured.
 */
@NullMarked
@CheckReturnValue
package dev.boxoffice.seat.bench;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
