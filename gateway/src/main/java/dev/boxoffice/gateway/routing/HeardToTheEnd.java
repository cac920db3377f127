package dev.boxoffice.gateway.routing;

import java.util.function.Function;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscription;
import org.springframework.web.reactive.socket.WebSocketMessage;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/**
 * Passes a session's messages on, and drops them once nobody takes them any more. Reactor Netty
 * takes a cancelled receiver for a session to be closed without a word, which would come before the
 * code that the other side closed with.
 */
final class HeardToTheEnd implements CoreSubscriber<WebSocketMessage>, Subscription {
  private final CoreSubscriber<? super WebSocketMessage> listener;
  private volatile Subscription session = Operators.emptySubscription();
  private volatile boolean dropped;

  private HeardToTheEnd(CoreSubscriber<? super WebSocketMessage> listener) {
    this.listener = listener;
  }

  static Flux<WebSocketMessage> of(Flux<WebSocketMessage> messages) {
    Function<? super Publisher<WebSocketMessage>, ? extends Publisher<WebSocketMessage>> heard =
        Operators.lift((_, listener) -> new HeardToTheEnd(listener));
    return messages.transform(heard);
  }

  @Override
  public Context currentContext() {
    return listener.currentContext();
  }

  @Override
  public void onSubscribe(Subscription subscription) {
    session = subscription;
    listener.onSubscribe(this);
  }

  @Override
  public void onNext(WebSocketMessage message) {
    if (!dropped) {
      // Whoever received it releases it as soon as this returns.
      listener.onNext(message.retain());
    }
  }

  @Override
  public void onError(Throwable failure) {
    if (!dropped) {
      listener.onError(failure);
    }
  }

  @Override
  public void onComplete() {
    if (!dropped) {
      listener.onComplete();
    }
  }

  @Override
  public void request(long messages) {
    session.request(messages);
  }

  @Override
  public void cancel() {
    dropped = true;
    session.request(Long.MAX_VALUE);
  }
}
