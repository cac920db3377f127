/** What races and benches have in common: a show of their own, and requests to sell it with. */
@NullMarked
@CheckReturnValue
package dev.boxoffice.system.client;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
