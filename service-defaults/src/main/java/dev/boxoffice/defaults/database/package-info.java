/** The tables that every service has, kept apart from its own migrations. */
@NullMarked
@CheckReturnValue
package dev.boxoffice.defaults.database;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
