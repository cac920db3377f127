/**
 * Finding events. Full text decides what matches; where nothing does, trigrams forgive a slip of
 * the pen in the longer words. Both are indexes of the database, so there is nothing to keep in
 * step.
 */
@NullMarked
@CheckReturnValue
package dev.boxoffice.event.search;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
