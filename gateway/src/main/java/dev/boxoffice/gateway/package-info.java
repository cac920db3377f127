/** The one door of Boxoffice: WebFlux, no domain records, no database, no joins. */
@NullMarked
@CheckReturnValue
package dev.boxoffice.gateway;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
