/**
 * What happened: what the clients asked for and were told, beside what the databases and the
 * payment provider have on record.
 */
@NullMarked
@CheckReturnValue
package dev.boxoffice.system.race.history;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
