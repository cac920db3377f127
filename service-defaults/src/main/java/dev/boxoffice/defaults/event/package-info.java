/** What a consumer sees of an event: CloudEvents headers and a leniently read JSON body. */
@NullMarked
@CheckReturnValue
package dev.boxoffice.defaults.event;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
