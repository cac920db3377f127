package dev.boxoffice.gateway.edge;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;

/** A refusal or a fault of the gateway itself, as the contract shows it (RFC 9457). */
record Problem(
    HttpStatus status,
    String code,
    String detail,
    Map<String, Object> fields,
    Map<String, String> headers) {

  private static final String TRY_AGAIN_SECONDS = "1";

  Problem {
    fields = Map.copyOf(fields);
    headers = Map.copyOf(headers);
  }

  static Problem malformed(String field, String message) {
    return new Problem(
        HttpStatus.BAD_REQUEST,
        "VALIDATION_FAILED",
        "The request is not valid.",
        Map.of("errors", List.of(Map.of("field", field, "message", message))),
        Map.of());
  }

  /** Says the one version there is, as RFC 6455 asks of such an answer. */
  static Problem badHandshake(String field, String message) {
    return malformed(field, message)
        .header(SocketHandshake.VERSION_HEADER, SocketHandshake.VERSION);
  }

  static Problem unauthenticated() {
    return of(HttpStatus.UNAUTHORIZED, "UNAUTHENTICATED", "A valid bearer token is needed.")
        .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
  }

  static Problem forbidden() {
    return of(HttpStatus.FORBIDDEN, "FORBIDDEN", "The token does not allow this.");
  }

  static Problem notFound() {
    return of(HttpStatus.NOT_FOUND, "NOT_FOUND", "There is nothing here.");
  }

  static Problem methodNotAllowed(Set<HttpMethod> allowed) {
    return of(HttpStatus.METHOD_NOT_ALLOWED, "METHOD_NOT_ALLOWED", "Not a method of this path.")
        .header(
            HttpHeaders.ALLOW,
            allowed.stream().map(HttpMethod::name).sorted().collect(Collectors.joining(", ")));
  }

  static Problem bodyTooLarge(long limitBytes) {
    return new Problem(
        HttpStatus.CONTENT_TOO_LARGE,
        "BODY_TOO_LARGE",
        "The body is over the limit.",
        Map.of("limitBytes", limitBytes),
        Map.of());
  }

  static Problem rateLimited(Duration untilNext) {
    long seconds = Math.max(1, untilNext.plusNanos(999_999_999).toSeconds());
    return of(HttpStatus.TOO_MANY_REQUESTS, "RATE_LIMITED", "Too many requests; slow down.")
        .header(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
  }

  static Problem unavailable() {
    return of(HttpStatus.SERVICE_UNAVAILABLE, "UNAVAILABLE", "Not available now; try again.")
        .header(HttpHeaders.RETRY_AFTER, TRY_AGAIN_SECONDS);
  }

  static Problem internal() {
    return of(HttpStatus.INTERNAL_SERVER_ERROR, "INTERNAL", "Something broke; it was recorded.");
  }

  static Problem of(HttpStatus status, String code, String detail) {
    return new Problem(status, code, detail, Map.of(), Map.of());
  }

  Map<String, Object> body(String traceId) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("type", "urn:boxoffice:problem:" + code.toLowerCase(Locale.ROOT).replace('_', '-'));
    body.put("title", status.getReasonPhrase());
    body.put("status", status.value());
    body.put("detail", detail);
    body.put("code", code);
    body.put("traceId", traceId);
    body.putAll(fields);
    return body;
  }

  private Problem header(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Problem(status, code, detail, fields, more);
  }
}
