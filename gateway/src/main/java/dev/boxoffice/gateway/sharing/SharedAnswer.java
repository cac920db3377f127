package dev.boxoffice.gateway.sharing;

import dev.boxoffice.gateway.edge.SecurityHeaders;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import reactor.core.publisher.Mono;

/** A service's whole answer, ready to be written any number of times. */
final class SharedAnswer {
  /** About what the rest of an entry takes beside its body. */
  private static final int OVERHEAD_BYTES = 2048;

  /** Of one connection, of one caller, or of the moment; the rest is passed on. */
  private static final Set<String> DROPPED =
      Set.of(
          "connection",
          "keep-alive",
          "proxy-connection",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade",
          "content-length",
          "set-cookie",
          "server",
          // Clients set their clocks by it, so an old one is worse than none.
          "date",
          "age");

  private static final Pattern ENTITY_TAG = Pattern.compile("\"[^\"]*\"");

  private final HttpStatusCode status;
  private final HttpHeaders received;
  private final HttpHeaders headers;
  private final HttpHeaders headersOfUnchanged;
  private final byte[] body;
  private final @Nullable String tag;

  /** The body is not copied, as large as it may be: whoever made it lets go of it. */
  SharedAnswer(int status, HttpHeaders received, byte[] body) {
    this.status = HttpStatusCode.valueOf(status);
    this.received = HttpHeaders.readOnlyHttpHeaders(received);
    this.headers = new HttpHeaders();
    received.forEach(
        (name, values) -> {
          if (!DROPPED.contains(name.toLowerCase(Locale.ROOT))) {
            headers.addAll(name, values);
          }
        });
    SecurityHeaders.each(headers::set);
    this.body = body;
    this.tag = headers.getETag();
    this.headersOfUnchanged = new HttpHeaders();
    headers.forEach(
        (name, values) -> {
          if (!name.regionMatches(true, 0, "content-", 0, "content-".length())
              || name.equalsIgnoreCase("content-security-policy")) {
            headersOfUnchanged.addAll(name, values);
          }
        });
    headers.setContentLength(body.length);
  }

  HttpStatusCode status() {
    return status;
  }

  /** What the service said, of which not all is passed on. */
  HttpHeaders received() {
    return received;
  }

  @Nullable String tag() {
    return tag;
  }

  long bytes() {
    return body.length + (long) OVERHEAD_BYTES;
  }

  /**
   * Answers a request.
   *
   * @param ageSeconds how old this is; a cache between here and the client counts from there
   */
  Mono<Void> write(ServerHttpRequest request, ServerHttpResponse response, long ageSeconds) {
    boolean unchanged = isKnownTo(request);
    response.setStatusCode(unchanged ? HttpStatus.NOT_MODIFIED : status);
    HttpHeaders sent = response.getHeaders();
    (unchanged ? headersOfUnchanged : headers).forEach(sent::addAll);
    if (ageSeconds > 0) {
      sent.set(HttpHeaders.AGE, Long.toString(ageSeconds));
    }
    return unchanged
        ? response.setComplete()
        : response.writeWith(Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
  }

  /** Compared weakly, as a {@code GET} must. */
  private boolean isKnownTo(ServerHttpRequest request) {
    List<String> known = request.getHeaders().getOrEmpty(HttpHeaders.IF_NONE_MATCH);
    if (known.isEmpty() || tag == null || !status.isSameCodeAs(HttpStatus.OK)) {
      return false;
    }
    String mine = tag.startsWith("W/") ? tag.substring(2) : tag;
    return known.stream()
        .anyMatch(
            tags ->
                tags.equals(mine)
                    || tags.strip().equals("*")
                    || ENTITY_TAG
                        .matcher(tags)
                        .results()
                        .anyMatch(found -> found.group().equals(mine)));
  }
}
