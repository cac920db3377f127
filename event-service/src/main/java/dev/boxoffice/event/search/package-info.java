/**
 * Finding events among half a million.
 *
 * <p>Everything is found and ordered in {@code listings} alone, a narrow copy of what is shown,
 * which triggers keep in the transaction of each change. What is on next comes first; where
 * something was typed, the best match, as long as few match; of many, those whose whole title it is
 * and then what is on next: ranking tens of thousands would cost more than it tells.
 *
 * <p>Full text decides what matches. Where nothing does, words that no event has are taken for
 * misspelt, and those are looked for that lie a slip of the pen or two away in the vocabulary of
 * all events ({@link dev.boxoffice.event.search.CorrectSpelling}). So a name never brings its
 * neighbours.
 *
 * <p>How many there are is counted afresh where it is few, else as of some minutes ago.
 */
@NullMarked
@CheckReturnValue
package dev.boxoffice.event.search;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
