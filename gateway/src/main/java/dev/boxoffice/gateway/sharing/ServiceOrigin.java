package dev.boxoffice.gateway.sharing;

import dev.boxoffice.gateway.edge.TraceContext;
import dev.boxoffice.gateway.routing.RoutingSettings;
import dev.boxoffice.gateway.routing.ServiceAddresses;
import dev.boxoffice.gateway.routing.Target;
import java.io.ByteArrayOutputStream;
import java.net.URI;
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
  private static final int AT_FIRST_BYTES = 16 * 1024;

  private final HttpClient client;
  private final ServiceAddresses addresses;
  private final RoutingSettings routing;
  private final int answerBytesMax;

  ServiceOrigin(
      HttpClient client,
      ServiceAddresses addresses,
      RoutingSettings routing,
      SharingSettings settings) {
    this.client = client;
    this.addresses = addresses;
    this.routing = routing;
    this.answerBytesMax = Math.toIntExact(settings.answerBytesMax().toBytes());
  }

  @Override
  public Mono<Reply> ask(
      Target service, SharedKey key, @Nullable String known, TraceContext trace) {
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
        .response(this::reply)
        .single()
        .timeout(routing.usualAnswerWithin());
  }

  private Mono<Reply> reply(HttpClientResponse response, ByteBufFlux content) {
    int status = response.status().code();
    HttpHeaders headers = new HttpHeaders();
    response.responseHeaders().forEach(header -> headers.add(header.getKey(), header.getValue()));
    if (headers.getContentLength() > answerBytesMax) {
      return Mono.just(new Reply.TooLarge());
    }
    if (status == HttpStatus.NOT_MODIFIED.value()) {
      return content.then(Mono.just(new Reply.Unchanged()));
    }
    return gathered(content)
        .<Reply>map(body -> new Reply.Whole(new SharedAnswer(status, headers, body)))
        .onErrorReturn(TooMuch.class, new Reply.TooLarge());
  }

  private Mono<byte[]> gathered(ByteBufFlux content) {
    return content
        .asByteArray()
        .collect(
            () -> new ByteArrayOutputStream(AT_FIRST_BYTES),
            (all, part) -> {
              if (all.size() + part.length > answerBytesMax) {
                throw new TooMuch();
              }
              all.writeBytes(part);
            })
        .map(ByteArrayOutputStream::toByteArray);
  }

  /** The service said no length, and went on beyond what is gathered. */
  private static final class TooMuch extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooMuch() {
      super("too much to be gathered", null, false, false);
    }
  }
}
