/**
 * Whether what happened was allowed to happen: one class a promise, each a question to a {@link
 * dev.boxoffice.system.race.history.History}. None knows how the history came about, so that a test
 * may plant what must be found.
 */
@NullMarked
@CheckReturnValue
package dev.boxoffice.system.race.checker;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
