/** What is on, where, and what the places look like. */
@NullMarked
@CheckReturnValue
package dev.boxoffice.event;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
