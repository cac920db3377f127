/**
 * Which public call goes to which service. One table says it all: what is not in it does not exist.
 */
@NullMarked
@CheckReturnValue
package dev.boxoffice.gateway.routing;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
