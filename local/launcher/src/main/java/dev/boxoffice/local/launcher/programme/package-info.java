/**
 * Brings in an orchestra's season from the JSON in which archives publish theirs: programmes of
 * works, each played in one or more concerts. The past is moved into the future by whole years;
 * what a file leaves open (seating plans, prices, a missing hour) is made up, and said.
 */
@NullMarked
@CheckReturnValue
package dev.boxoffice.local.launcher.programme;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
