package dev.boxoffice.defaults.problem;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/**
 * An answer that says no, in the shape of RFC 9457 with a stable {@code code} and the code's own
 * fields. The trace id is added where the answer is written.
 */
public record Problem(
    HttpStatus status,
    String code,
    String detail,
    Map<String, Object> fields,
    @Nullable Duration retryAfter) {

  /** What every problem has; a second field of that name would make the JSON ambiguous. */
  private static final Set<String> EVERY_PROBLEMS =
      Set.of("type", "title", "status", "detail", "instance", "code", "traceId");

  public Problem {
    fields = Map.copyOf(fields);
    if (fields.keySet().stream().anyMatch(EVERY_PROBLEMS::contains)) {
      throw new IllegalArgumentException(code + " names a field that every problem has: " + fields);
    }
  }

  public static Problem of(HttpStatus status, String code, String detail) {
    return new Problem(status, code, detail, Map.of(), null);
  }

  /** The same problem with one more machine-readable field. */
  public Problem with(String field, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(fields);
    more.put(field, value);
    return new Problem(status, code, detail, more, retryAfter);
  }

  /** The same problem with a {@code Retry-After} header of at least one second. */
  public Problem retryAfter(Duration wait) {
    return new Problem(status, code, detail, fields, wait);
  }

  public ProblemDetail body() {
    ProblemDetail body = ProblemDetail.forStatusAndDetail(status, detail);
    body.setType(URI.create("urn:boxoffice:problem:" + kebab(code)));
    body.setTitle(title(code));
    body.setProperty("code", code);
    fields.forEach(body::setProperty);
    return body;
  }

  public HttpHeaders headers() {
    HttpHeaders headers = new HttpHeaders();
    headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
    if (retryAfter != null) {
      headers.set(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, retryAfter.toSeconds())));
    }
    return headers;
  }

  public ResponseEntity<ProblemDetail> response() {
    return ResponseEntity.status(status).headers(headers()).body(body());
  }

  private static String kebab(String code) {
    return code.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String title(String code) {
    String words = code.toLowerCase(Locale.ROOT).replace('_', ' ');
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
