/**
 * Events leave in the transaction that made them true: stored first, relayed to Kafka afterwards.
 */
@NullMarked
@CheckReturnValue
package dev.boxoffice.defaults.outbox;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
