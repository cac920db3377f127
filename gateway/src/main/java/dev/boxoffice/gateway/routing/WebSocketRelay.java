package dev.boxoffice.gateway.routing;

import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.GATEWAY_REQUEST_URL_ATTR;

import io.netty.handler.codec.http.websocketx.WebSocketHandshakeException;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.socket.WebSocketSession;
import org.springframework.web.reactive.socket.client.ReactorNettyWebSocketClient;
import org.springframework.web.reactive.socket.client.WebSocketClient;
import org.springframework.web.reactive.socket.server.WebSocketService;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.core.publisher.Sinks;
import reactor.netty.NettyPipeline;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.WebsocketClientSpec;

/**
 * Takes a WebSocket's client in only after the service has: Spring Cloud Gateway's own filter
 * switches protocols first, and has no way left to tell the client of a refusal.
 */
@Component
final class WebSocketRelay implements GlobalFilter, Ordered {
  /** Before Spring Cloud Gateway's filter for WebSockets, which comes next to last. */
  private static final int ORDER = Ordered.LOWEST_PRECEDENCE - 2;

  private static final String HANDSHAKE_HEADERS = "sec-websocket-";

  private final WebSocketClient services;
  private final WebSocketService clients;
  private final List<HttpHeadersFilter> headersFilters;
  private final Duration acceptedWithin;

  WebSocketRelay(
      ReactorNettyWebSocketClient services,
      WebSocketService clients,
      List<HttpHeadersFilter> headersFilters,
      RoutingSettings settings) {
    this.services = keepingRefusals(services);
    this.clients = clients;
    this.headersFilters = List.copyOf(headersFilters);
    this.acceptedWithin = settings.usualAnswerWithin();
  }

  @Override
  public int getOrder() {
    return ORDER;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
    if (!"websocket".equalsIgnoreCase(exchange.getRequest().getHeaders().getUpgrade())) {
      return chain.filter(exchange);
    }
    if (Call.of(exchange).pace() != Call.Pace.STREAM) {
      return chain.filter(withoutUpgrade(exchange));
    }
    return open(exchange)
        .timeout(acceptedWithin)
        .onErrorMap(WebSocketHandshakeException.class, IOException::new)
        .onErrorResume(
            HandshakeRefusedException.class,
            refusal ->
                refusal.ignoredUpgrade()
                    ? chain.filter(withoutUpgrade(exchange))
                    : answer(refusal, exchange));
  }

  /**
   * Ends when the client is taken in, as a request does: what is said then outlives it. A client
   * that leaves before that takes the service's connection along.
   */
  private Mono<Void> open(ServerWebExchange exchange) {
    URI service = serviceOf(exchange);
    HttpHeaders headers = requestHeaders(exchange);
    return Mono.create(
        opened -> {
          Disposable session =
              services
                  .execute(service, headers, joined -> takeIn(exchange, joined, opened))
                  .contextWrite(opened.contextView())
                  // Once it is open, how a session ends is told to both of its ends.
                  .subscribe(_ -> {}, opened::error, opened::success);
          opened.onCancel(session);
        });
  }

  private Mono<Void> takeIn(
      ServerWebExchange exchange, WebSocketSession service, MonoSink<Void> opened) {
    Sinks.Empty<Void> ended = Sinks.empty();
    return clients
        .handleRequest(
            exchange,
            client ->
                JoinedSessions.join(client, service)
                    .onErrorComplete()
                    .doFinally(_ -> ended.tryEmitEmpty()))
        .doOnSuccess(_ -> opened.success())
        .then(ended.asMono());
  }

  private Mono<Void> answer(HandshakeRefusedException refusal, ServerWebExchange exchange) {
    ServerHttpResponse response = exchange.getResponse();
    response.setStatusCode(refusal.status());
    response
        .getHeaders()
        .putAll(
            HttpHeadersFilter.filter(
                headersFilters, refusal.headers(), exchange, HttpHeadersFilter.Type.RESPONSE));
    return response.writeWith(
        Mono.fromSupplier(() -> response.bufferFactory().wrap(refusal.body())));
  }

  /**
   * As of every routed request, but without the handshake, which is the gateway's own with each of
   * the two. That offers no subprotocol: there is none in the contract that a service could select.
   */
  private HttpHeaders requestHeaders(ServerWebExchange exchange) {
    HttpHeaders headers = new HttpHeaders();
    HttpHeadersFilter.filterRequest(headersFilters, exchange)
        .forEach(
            (name, values) -> {
              if (!name.toLowerCase(Locale.ROOT).startsWith(HANDSHAKE_HEADERS)
                  && !name.equalsIgnoreCase(HttpHeaders.HOST)) {
                headers.addAll(name, values);
              }
            });
    return headers;
  }

  private static URI serviceOf(ServerWebExchange exchange) {
    URI address = exchange.getRequiredAttribute(GATEWAY_REQUEST_URL_ATTR);
    return URI.create(address.toString().replaceFirst("^http", "ws"));
  }

  /** A server may ignore an upgrade: this answers what was asked besides. */
  private static ServerWebExchange withoutUpgrade(ServerWebExchange exchange) {
    return exchange
        .mutate()
        .request(request -> request.headers(headers -> headers.remove(HttpHeaders.UPGRADE)))
        .build();
  }

  private static WebSocketClient keepingRefusals(ReactorNettyWebSocketClient services) {
    HttpClient connections =
        services
            .getHttpClient()
            .doOnChannelInit(
                (_, channel, _) ->
                    channel
                        .pipeline()
                        .addAfter(
                            NettyPipeline.HttpCodec,
                            NettyPipeline.LEFT + "handshakeAnswers",
                            new HandshakeAnswers()));
    WebsocketClientSpec spec = services.getWebsocketClientSpec();
    return new ReactorNettyWebSocketClient(
        connections,
        () ->
            WebsocketClientSpec.builder()
                .handlePing(spec.handlePing())
                .maxFramePayloadLength(spec.maxFramePayloadLength()));
  }
}
