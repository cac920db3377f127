package dev.boxoffice.gateway.routing;

import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.web.reactive.socket.CloseStatus;
import org.springframework.web.reactive.socket.WebSocketMessage;
import org.springframework.web.reactive.socket.WebSocketSession;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.netty.channel.AbortedException;

/** A client's session and the service's: what one of them says, the other hears, to the end. */
final class JoinedSessions {
  private static final int NO_CODE = 1005;
  private static final int NO_CLOSE_FRAME = 1006;

  private JoinedSessions() {}

  /** Ends once both are closed: one that fails leaves the other to be told. */
  static Mono<Void> join(WebSocketSession client, WebSocketSession service) {
    return Mono.whenDelayError(
        pass(client, service, CloseStatus.GOING_AWAY),
        // A client is to come back as it does when an instance says that it restarts.
        pass(service, client, CloseStatus.SERVICE_RESTARTED)
            .onErrorComplete()
            // A client that is cut off is noticed where it is spoken to, not where it is heard.
            .then(
                Mono.defer(() -> closing(client, CloseStatus.GOING_AWAY).flatMap(service::close))));
  }

  /**
   * The closing comes after all that was said before it, however slowly that is read. Ends without
   * one where nobody is there any more to receive: Reactor Netty then always cancels what it sends,
   * but does not always say that it is done.
   */
  private static Mono<Void> pass(WebSocketSession from, WebSocketSession to, CloseStatus ifCutOff) {
    AtomicBoolean ended = new AtomicBoolean();
    Sinks.Empty<Void> unheard = Sinks.empty();
    Flux<WebSocketMessage> said =
        from.receive()
            .onErrorComplete(AbortedException::isConnectionReset)
            .doOnComplete(() -> ended.set(true));
    return to.send(HeardToTheEnd.of(said).doOnCancel(unheard::tryEmitEmpty))
        .then(
            Mono.defer(
                () -> ended.get() ? closing(from, ifCutOff).flatMap(to::close) : Mono.empty()))
        .or(unheard.asMono());
  }

  /** How a session closed that did: known by then, or never. */
  private static Mono<CloseStatus> closing(WebSocketSession closed, CloseStatus ifCutOff) {
    return closed
        .closeStatus()
        .map(status -> passable(status, ifCutOff))
        .defaultIfEmpty(ifCutOff)
        .or(Mono.just(ifCutOff));
  }

  /** Two codes say what was not sent, and may not be. */
  private static CloseStatus passable(CloseStatus status, CloseStatus ifCutOff) {
    return switch (status.getCode()) {
      case NO_CODE -> CloseStatus.NORMAL;
      case NO_CLOSE_FRAME -> ifCutOff;
      default -> status;
    };
  }
}
