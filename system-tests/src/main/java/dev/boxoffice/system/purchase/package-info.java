/**
 * What a purchase costs: holds and confirms through the gateway, with the local payment provider,
 * while tickets are issued.
 */
@NullMarked
@CheckReturnValue
package dev.boxoffice.system.purchase;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
