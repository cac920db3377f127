package dev.boxoffice.gateway.sharing;

import dev.boxoffice.gateway.routing.Call;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;

/**
 * Which requests may be given a shared answer, and which one.
 *
 * <p>One with a token may not, though what is shared needs none: a bad token is refused on public
 * calls too, which only checking it can tell, and what a service says to somebody it knows is
 * between the two. Clients that want shared answers leave their token out.
 */
final class Reading {
  private Reading() {}

  static boolean mayBeShared(ServerHttpRequest request) {
    HttpMethod method = request.getMethod();
    HttpHeaders headers = request.getHeaders();
    return (method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD))
        && !headers.containsHeader(HttpHeaders.AUTHORIZATION)
        && !wantsNoneKept(headers);
  }

  /** As the request was written, which is how most of them are kept too. */
  static SharedKey asWritten(ServerHttpRequest request) {
    URI uri = request.getURI();
    return key(request, uri.getRawPath(), uri.getRawQuery());
  }

  /** Without the parameters that do not matter; null if that cannot be told. */
  static @Nullable SharedKey of(ServerHttpRequest request, Call call) {
    Set<String> names = call.sharedBy();
    URI uri = request.getURI();
    String query = uri.getRawQuery();
    if (names == null) {
      return null;
    }
    if (query == null) {
      return key(request, uri.getRawPath(), null);
    }
    if (Arrays.stream(query.split("&", -1)).anyMatch(Reading::hasEncodedName)) {
      return null;
    }
    String kept =
        Arrays.stream(query.split("&", -1))
            .filter(pair -> names.contains(nameOf(pair)))
            .collect(Collectors.joining("&"));
    return key(request, uri.getRawPath(), kept.isEmpty() ? null : kept);
  }

  private static SharedKey key(ServerHttpRequest request, String path, @Nullable String query) {
    return new SharedKey(
        query == null ? path : path + "?" + query,
        Codings.accepted(request.getHeaders().getFirst(HttpHeaders.ACCEPT_ENCODING)));
  }

  /**
   * {@code no-cache} by the contract. {@code max-age=0} is no such wish: it is what a browser sends
   * when a page is loaded again, which a crowd does all the time.
   */
  private static boolean wantsNoneKept(HttpHeaders headers) {
    return headers.getOrEmpty(HttpHeaders.CACHE_CONTROL).stream()
        .map(value -> value.toLowerCase(Locale.ROOT))
        .anyMatch(value -> value.contains("no-cache") || value.contains("no-store"));
  }

  private static String nameOf(String pair) {
    int equals = pair.indexOf('=');
    return equals < 0 ? pair : pair.substring(0, equals);
  }

  private static boolean hasEncodedName(String pair) {
    String name = nameOf(pair);
    return name.indexOf('%') >= 0 || name.indexOf('+') >= 0;
  }
}
