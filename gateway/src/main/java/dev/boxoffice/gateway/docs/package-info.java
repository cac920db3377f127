/** The merged OpenAPI description of all services, and a page to browse it. */
@NullMarked
@CheckReturnValue
package dev.boxoffice.gateway.docs;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
