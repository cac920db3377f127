package dev.boxoffice.gateway;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufFlux;
import reactor.netty.Connection;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.http.websocket.WebsocketInbound;
import reactor.netty.http.websocket.WebsocketOutbound;

/**
 * A service of a few lines: it says who it is and what it was asked, or misbehaves when told to.
 */
public final class Downstream {
  /** As seat-service says it of its maps. */
  public static final String KEPT = "max-age=2, public, stale-while-revalidate=5";

  /** More than any socket takes in on its own. */
  public static final int LARGE_BYTES = 7_000_000;

  /** More than the gateway gathers. */
  public static final int HUGE_BYTES = 9_000_000;

  /** What is said before a restart. */
  public static final int FRAMES = 500;

  private final String name;
  private final ConcurrentMap<String, AtomicInteger> asked = new ConcurrentHashMap<>();
  private final List<String> received = new CopyOnWriteArrayList<>();
  private final DisposableServer server;

  public Downstream(String name) {
    this.name = name;
    this.server =
        HttpServer.create()
            .host("127.0.0.1")
            .route(
                routes ->
                    routes
                        .get("/v1/shows/unknown/stream", this::refuse)
                        .get("/v1/shows/waiting/stream", this::keepWaiting)
                        .get("/v1/shows/silent/stream", this::answer)
                        .ws("/v1/shows/restarting/stream", (_, out) -> restart(out))
                        .ws(
                            "/v1/shows/cut-off/stream",
                            (in, _) ->
                                Mono.fromRunnable(() -> in.withConnection(Downstream::cutOff)))
                        .ws("/v1/shows/open/stream", (in, _) -> in.receive().then(closed(in)))
                        .ws(
                            "/v1/shows/{showId}/stream",
                            (in, out) ->
                                out.sendString(
                                    Flux.concat(
                                        Mono.just("{\"type\":\"HELLO\"}"),
                                        in.receive().asString().map(text -> "echo " + text))))
                        .route(_ -> true, this::answer))
            .bindNow();
  }

  public String url() {
    return "http://127.0.0.1:" + server.port();
  }

  /** Every request line and its headers, oldest first. */
  public List<String> received() {
    return List.copyOf(received);
  }

  private Publisher<Void> answer(HttpServerRequest request, HttpServerResponse response) {
    received.add(request.method() + " " + request.uri() + "\n" + request.requestHeaders());
    if (request.uri().contains("/kept-")) {
      return kept(request, response);
    }
    if (request.uri().contains("/silent")) {
      return Mono.never();
    }
    if (request.uri().contains("/hangs-up")) {
      return Mono.<Void>fromRunnable(
          () -> request.withConnection(connection -> connection.dispose()));
    }
    if (request.uri().endsWith("/events") && request.uri().startsWith("/v1/shows/")) {
      return events(response);
    }
    if (request.uri().contains("/gzip")) {
      return response
          .header("Content-Encoding", "gzip")
          .header("Vary", "Accept-Encoding")
          .sendByteArray(Mono.just(new byte[] {0x1f, (byte) 0x8b, 8, 0}));
    }
    return request
        .receive()
        .aggregate()
        .asByteArray()
        .defaultIfEmpty(new byte[0])
        .flatMap(body -> echo(request, response, body.length));
  }

  /** Says what it was asked to become: an ordinary request would be told so. */
  private Mono<Void> refuse(HttpServerRequest request, HttpServerResponse response) {
    received.add(request.method() + " " + request.uri() + "\n" + request.requestHeaders());
    String body =
        "{\"code\":\"SHOW_NOT_FOUND\",\"upgrade\":\"%s\"}"
            .formatted(request.requestHeaders().get("Upgrade"));
    return response
        .status(404)
        .header("Content-Type", "application/problem+json")
        .header("Retry-After", "7")
        .sendString(Mono.just(body))
        .then();
  }

  private Mono<Void> keepWaiting(HttpServerRequest request, HttpServerResponse response) {
    received.add("waits");
    var _ = request.withConnection(connection -> connection.onDispose(() -> received.add("left")));
    return Mono.never();
  }

  private static Mono<Void> restart(WebsocketOutbound out) {
    return out.sendString(Flux.range(0, FRAMES).map(frame -> "frame " + frame))
        .then(out.sendClose(1012, "restarting"))
        .then();
  }

  private static void cutOff(Connection connection) {
    connection.channel().unsafe().closeForcibly();
  }

  private Mono<Void> closed(WebsocketInbound in) {
    return in.receiveCloseStatus()
        .doOnNext(status -> received.add("closed with " + status.code()))
        .then();
  }

  private Mono<Void> echo(HttpServerRequest request, HttpServerResponse response, int bodyBytes) {
    String body =
        "{\"service\":\"%s\",\"method\":\"%s\",\"uri\":\"%s\",\"bodyBytes\":%d}"
            .formatted(name, request.method(), request.uri(), bodyBytes);
    return response.header("Content-Type", "application/json").sendString(Mono.just(body)).then();
  }

  /**
   * What may be shared for a moment. It says in which coding it would be and how often it was asked
   * for; its tag is the coding's, and a path with {@code -slow}, {@code -failing}, {@code
   * -hanging}, {@code -changing}, {@code -private} and so on is so from the second time on, or
   * always.
   */
  private Publisher<Void> kept(HttpServerRequest request, HttpServerResponse response) {
    String uri = request.uri();
    int times = asked.computeIfAbsent(uri, _ -> new AtomicInteger()).incrementAndGet();
    String accepted = String.valueOf(request.requestHeaders().get("Accept-Encoding"));
    String coding =
        accepted.contains("br") ? "br" : accepted.contains("gzip") ? "gzip" : "identity";
    String tag = "\"" + coding + (uri.contains("-changing") ? times : "") + "\"";
    if (times > 1 && uri.contains("-failing")) {
      return response.status(503).sendString(Mono.just("{}"));
    }
    if (times > 1 && uri.contains("-hanging")) {
      return Mono.never();
    }
    var _ =
        response
            .header("Content-Type", "text/plain")
            .header("Cache-Control", uri.contains("-private") ? "private" : KEPT)
            .header("Vary", "Accept-Encoding")
            .header("ETag", tag);
    if (uri.contains("-cookie")) {
      var _ = response.header("Set-Cookie", "session=alice");
    }
    if (uri.contains("-missing")) {
      var _ = response.status(404);
    }
    if (tag.equals(request.requestHeaders().get("If-None-Match"))) {
      return response.status(304).send();
    }
    if (!coding.equals("identity")) {
      var _ = response.header("Content-Encoding", coding);
    }
    byte[] body = (coding + " " + times).getBytes(StandardCharsets.UTF_8);
    if (uri.contains("-large") || uri.contains("-huge")) {
      body = new byte[uri.contains("-huge") ? HUGE_BYTES : LARGE_BYTES];
    }
    Mono<byte[]> sent = Mono.just(body);
    return response
        .header("Content-Length", Integer.toString(body.length))
        .sendByteArray(uri.contains("-slow") ? sent.delayElement(Duration.ofMillis(300)) : sent);
  }

  /** One event at once, and the next later than any ordinary answer may take. */
  private static Publisher<Void> events(HttpServerResponse response) {
    Flux<String> events =
        Flux.concat(
            Mono.just("id: 1\ndata: first\n\n"),
            Mono.just("id: 2\ndata: second\n\n").delaySubscription(Duration.ofSeconds(3)));
    return response
        .sse()
        .send(ByteBufFlux.fromString(events, StandardCharsets.UTF_8, response.alloc()), _ -> true);
  }
}
