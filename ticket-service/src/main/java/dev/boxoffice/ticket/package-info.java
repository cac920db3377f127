/** Proof of entry: a signed code and a page for every seat, and the door that reads them. */
@NullMarked
@CheckReturnValue
package dev.boxoffice.ticket;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
