package dev.boxoffice.gateway.sharing;

import dev.boxoffice.gateway.edge.TraceContext;
import dev.boxoffice.gateway.routing.RoutingSettings;
import dev.boxoffice.gateway.routing.ServiceAddresses;
import dev.boxoffice.gateway.routing.Target;
import java.net.URI;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufFlux;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientResponse;

/**
 * Asks with the routes' own connections. The request is made here from nothing: what a caller sent
 * along, cookies and tokens and all, is not there to be forwarded.
 */
@Component
final class ServiceOrigin implements Origin {
  private final HttpClient client;
  private final ServiceAddresses addresses;
  private final RoutingSettings routing;
  private final int answerBytesMax;

  /** Bytes for answers on their way; those that are kept are bounded by themselves. */
  private final Semaphore room;

  ServiceOrigin(
      HttpClient client,
      ServiceAddresses addresses,
      RoutingSettings routing,
      SharingSettings settings) {
    this.client = client;
    this.addresses = addresses;
    this.routing = routing;
    this.answerBytesMax = Math.toIntExact(settings.answerBytesMax().toBytes());
    this.room = new Semaphore(Math.toIntExact(settings.gatheringBytesMax().toBytes()));
  }

  @Override
  public Mono<Reply> ask(
      Target service, SharedKey key, @Nullable String known, TraceContext trace) {
    return Mono.using(
        () -> new Gathering(room, answerBytesMax),
        gathering -> ask(service, key, known, trace, gathering),
        Gathering::end);
  }

  private Mono<Reply> ask(
      Target service,
      SharedKey key,
      @Nullable String known,
      TraceContext trace,
      Gathering gathering) {
    Reply refusal = gathering.makeRoomFor(0);
    if (refusal != null) {
      return Mono.just(refusal);
    }
    URI address = addresses.of(service);
    return client
        .headers(
            headers -> {
              headers.set(HttpHeaders.ACCEPT, "*/*");
              headers.set(HttpHeaders.ACCEPT_ENCODING, key.codings().asked());
              headers.set(TraceContext.HEADER, trace.traceparent());
              if (known != null) {
                headers.set(HttpHeaders.IF_NONE_MATCH, known);
              }
            })
        .get()
        .uri(address.getScheme() + "://" + address.getRawAuthority() + key.uri())
        .response((response, content) -> reply(response, content, gathering))
        .single()
        .timeout(routing.usualAnswerWithin());
  }

  private static Mono<Reply> reply(
      HttpClientResponse response, ByteBufFlux content, Gathering gathering) {
    int status = response.status().code();
    HttpHeaders headers = new HttpHeaders();
    response.responseHeaders().forEach(header -> headers.add(header.getKey(), header.getValue()));
    if (status == HttpStatus.NOT_MODIFIED.value()) {
      return content.then(Mono.just(new Reply.Unchanged()));
    }
    // All of it at once if its length is said: of two answers that have no room together, one has.
    Reply refusal = gathering.makeRoomFor(Math.max(0, headers.getContentLength()));
    return refusal == null
        ? gathered(content, gathering)
            .switchIfEmpty(
                Mono.fromSupplier(
                    () -> new Reply.Whole(new SharedAnswer(status, headers, gathering.whole()))))
        : Mono.just(refusal);
  }

  /** Empty once all is there. */
  private static Mono<Reply> gathered(ByteBufFlux content, Gathering gathering) {
    return content
        .asByteArray()
        .<Reply>handle(
            (part, refusals) -> {
              Reply refusal = gathering.add(part);
              if (refusal != null) {
                refusals.next(refusal);
              }
            })
        .next();
  }
}
