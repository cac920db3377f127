/**
 * Answers that everybody may be given: public reads, kept for a moment and shared.
 *
 * <p>What may be shared is an allow-list ({@link dev.boxoffice.gateway.routing.Call#sharedBy}), and
 * of that only what its service calls public, for as long as it says and never longer than {@link
 * dev.boxoffice.gateway.sharing.SharingSettings}. Two things make sure that nobody is given
 * somebody else's answer: a request with {@code Authorization} passes by ({@link
 * dev.boxoffice.gateway.sharing.Reading}), and what is kept was asked for by the gateway itself,
 * with nothing of anybody's request but its path, the parameters named in the allow-list and the
 * codings it takes ({@link dev.boxoffice.gateway.sharing.ServiceOrigin}).
 *
 * <p>A request is answered at the first of these: {@link
 * dev.boxoffice.gateway.sharing.ReadyAnswers}, before anything else looks at it, if an answer is
 * there; {@link dev.boxoffice.gateway.sharing.SharingFilter}, after token and rate limit, with all
 * who wait for the same; its route.
 */
@NullMarked
@CheckReturnValue
package dev.boxoffice.gateway.sharing;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
