package dev.boxoffice.gateway.edge;

import java.util.Map;
import java.util.function.BiConsumer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What tells a browser to take every answer for what it says it is, and nothing more. */
public final class SecurityHeaders {
  private static final Map<String, String> HEADERS =
      Map.of(
          "X-Content-Type-Options", "nosniff",
          "X-Frame-Options", "DENY",
          "Referrer-Policy", "no-referrer",
          "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'",
          "Cross-Origin-Opener-Policy", "same-origin");

  /** May be asked for again by its tag, by whom it was for. */
  private static final String SOMEBODYS = "private, no-cache";

  private SecurityHeaders() {}

  /** An answer that says otherwise, such as a page with scripts of its own, is left as it is. */
  static void addTo(ServerWebExchange exchange) {
    boolean isSomebodys =
        exchange.getRequest().getHeaders().containsHeader(HttpHeaders.AUTHORIZATION);
    ServerHttpResponse response = exchange.getResponse();
    response.beforeCommit(
        () -> {
          HttpHeaders headers = response.getHeaders();
          each((name, value) -> setIfAbsent(headers, name, value));
          if (isSomebodys) {
            setIfAbsent(headers, HttpHeaders.CACHE_CONTROL, SOMEBODYS);
          }
          // Server software is nobody's business.
          headers.remove(HttpHeaders.SERVER);
          return Mono.empty();
        });
  }

  public static void each(BiConsumer<String, String> header) {
    HEADERS.forEach(header);
  }

  static void setIfAbsent(HttpHeaders headers, String name, String value) {
    if (!headers.containsHeader(name)) {
      headers.set(name, value);
    }
  }
}
