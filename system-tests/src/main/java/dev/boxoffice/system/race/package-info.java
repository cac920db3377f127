/**
 * A show sold by two instances of seat-service while everything around them fails: buyers and
 * faults are drawn from one seed, whatever the clients were told is logged, and the {@link
 * dev.boxoffice.system.race.checker} says whether it was allowed.
 *
 * <p>The buyers talk to the services themselves rather than through the gateway, so that one of
 * them may ask both instances for the same at once.
 */
@NullMarked
@CheckReturnValue
package dev.boxoffice.system.race;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
