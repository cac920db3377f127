/**
 * A check that cannot fail is decoration: for each check of the root pom there is a tiny project
 * here that must turn it red, and one clean project that must pass them all.
 */
@NullMarked
@CheckReturnValue
package dev.boxoffice.buildchecks;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
