/**
 * How Boxoffice says no: RFC 9457 problem details in one shape, whatever went wrong and wherever.
 */
@NullMarked
@CheckReturnValue
package dev.boxoffice.defaults.problem;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
