package dev.boxoffice.gateway.web;

import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.HandlerFunction;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/** The browser client: one page under many paths, the files it loads, and what it has to know. */
@Configuration(proxyBeanMethods = false)
class WebRoutes {
  private static final String POLICY = "Content-Security-Policy";
  private static final CacheControl FOR_GOOD =
      CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();
  private static final CacheControl ASK_EACH_TIME = CacheControl.noCache();

  private final WebFiles files;

  WebRoutes(WebFiles files) {
    this.files = files;
  }

  /** What the page is told. */
  record Config(URI issuer, String clientId, List<URI> posterOrigins) {}

  @Bean
  RouterFunction<ServerResponse> web(
      WebSettings settings, @Value("${boxoffice.security.issuer}") URI issuer) {
    PagePolicy policy = new PagePolicy(issuer, settings.posterOrigins());
    Config config = new Config(issuer, settings.clientId(), settings.posterOrigins());
    HandlerFunction<ServerResponse> page = request -> page(request, policy);
    return route()
        .GET("/", page)
        .GET("/events/{eventId}", page)
        .GET("/events/{eventId}/shows/{showId}", page)
        .GET("/checkout/{holdId}", page)
        .GET("/bookings", page)
        .GET("/bookings/{bookingId}", page)
        .GET("/signed-in", page)
        .GET("/assets/{version}/{*path}", this::asset)
        .GET("/config.json", _ -> config(config))
        .build();
  }

  private Mono<ServerResponse> page(ServerRequest request, PagePolicy policy) {
    // Also beside 304, where a browser would else take the policy of answers without scripts.
    request.exchange().getResponse().getHeaders().set(POLICY, policy.header());
    return request
        .checkNotModified(files.pageTag())
        .switchIfEmpty(
            ServerResponse.ok()
                .contentType(files.page().type())
                .eTag(files.pageTag())
                .cacheControl(ASK_EACH_TIME)
                .bodyValue(files.page().content()));
  }

  private Mono<ServerResponse> asset(ServerRequest request) {
    WebFile file = files.find(request.pathVariable("path").substring(1));
    if (file == null) {
      return Mono.error(new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
    // While versions change, a page of another one may ask: it gets what there is, but not to keep.
    boolean ofThisVersion = request.pathVariable("version").equals(files.version());
    var answer =
        ServerResponse.ok()
            .contentType(file.type())
            .varyBy(HttpHeaders.ACCEPT_ENCODING)
            .cacheControl(ofThisVersion ? FOR_GOOD : CacheControl.noStore());
    byte[] gzipped = file.gzipped();
    return gzipped != null && takesGzip(request)
        ? answer.header(HttpHeaders.CONTENT_ENCODING, "gzip").bodyValue(gzipped)
        : answer.bodyValue(file.content());
  }

  private static boolean takesGzip(ServerRequest request) {
    return request.headers().header(HttpHeaders.ACCEPT_ENCODING).stream()
        .anyMatch(codings -> codings.contains("gzip"));
  }

  private static Mono<ServerResponse> config(Config config) {
    return ServerResponse.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .cacheControl(ASK_EACH_TIME)
        .bodyValue(config);
  }
}
