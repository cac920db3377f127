/**
 * What every call passes before it is routed, and the shape of the gateway's own answers.
 *
 * <p>A call goes through: {@link dev.boxoffice.gateway.edge.EdgeFilter} (trace context, plain path,
 * known call, body size), Spring Security (the token, verified once and remembered), {@link
 * dev.boxoffice.gateway.edge.RateLimitFilter}, then routing. A refusal is written where it is
 * decided; whatever fails ends in {@link dev.boxoffice.gateway.edge.EdgeErrors}, so that no answer
 * of the gateway lacks the contract's problem shape. Services check tokens again: being behind the
 * gateway proves nothing.
 */
@NullMarked
@CheckReturnValue
package dev.boxoffice.gateway.edge;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
