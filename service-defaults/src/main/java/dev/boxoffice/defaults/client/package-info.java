/** Calls from one service to another, with a client-credentials token of the callee's audience. */
@NullMarked
@CheckReturnValue
package dev.boxoffice.defaults.client;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
