package dev.boxoffice.gateway.edge;

import java.util.Map;
import java.util.function.BiConsumer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpResponse;
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

  private SecurityHeaders() {}

  /** An answer that says otherwise, such as a page with scripts of its own, is left as it is. */
  static void addTo(ServerHttpResponse response) {
    response.beforeCommit(
        () -> {
          HttpHeaders headers = response.getHeaders();
          each((name, value) -> setIfAbsent(headers, name, value));
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
