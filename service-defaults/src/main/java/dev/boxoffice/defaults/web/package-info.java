/** Limits and strictness of what comes in over HTTP. */
@NullMarked
@CheckReturnValue
package dev.boxoffice.defaults.web;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
