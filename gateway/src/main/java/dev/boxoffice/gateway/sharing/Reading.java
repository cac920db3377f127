package dev.boxoffice.gateway.sharing;

import dev.boxoffice.gateway.routing.Call;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
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
  /** As the table of calls has it, and ids as services write them. */
  private static final Pattern PLAIN_PATH = Pattern.compile("[a-z0-9./-]+");

  private static final Pattern PLAIN_PAIR = Pattern.compile("[a-z]+=[a-z0-9-]+");

  private Reading() {}

  static boolean mayBeShared(ServerHttpRequest request) {
    HttpMethod method = request.getMethod();
    HttpHeaders headers = request.getHeaders();
    return (method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD))
        && !headers.containsHeader(HttpHeaders.AUTHORIZATION)
        && !wantsNoneKept(headers);
  }

  /** As the request was written, which is how most of them are kept too; if not, none is ready. */
  static SharedKey asWritten(ServerHttpRequest request) {
    URI uri = request.getURI();
    return key(request, uri.getRawPath(), uri.getRawQuery());
  }

  /**
   * Without the parameters that do not matter, and the others in one order; null if that cannot be
   * told. Null also if it is written as no client has reason to, with capitals in an id, say, or a
   * parameter twice: to its service it is the same question, and each way of writing it would be
   * asked and kept by itself.
   */
  static @Nullable SharedKey of(ServerHttpRequest request, Call call) {
    Set<String> names = call.sharedBy();
    String path = request.getURI().getRawPath();
    String query = request.getURI().getRawQuery();
    if (names == null || !PLAIN_PATH.matcher(path).matches()) {
      return null;
    }
    if (query == null) {
      return key(request, path, null);
    }
    List<String> pairs = List.of(query.split("&", -1));
    List<String> kept =
        pairs.stream().filter(pair -> names.contains(nameOf(pair))).sorted().toList();
    if (pairs.stream().anyMatch(Reading::hasEncodedName)
        || !kept.stream().allMatch(pair -> PLAIN_PAIR.matcher(pair).matches())
        || kept.stream().map(Reading::nameOf).distinct().count() < kept.size()) {
      return null;
    }
    return key(request, path, kept.isEmpty() ? null : String.join("&", kept));
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
