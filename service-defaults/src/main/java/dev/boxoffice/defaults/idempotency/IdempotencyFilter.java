package dev.boxoffice.defaults.idempotency;

import dev.boxoffice.defaults.problem.BodyTooLargeException;
import dev.boxoffice.defaults.problem.Codes;
import dev.boxoffice.defaults.problem.CommonProblems;
import dev.boxoffice.defaults.problem.Problem;
import dev.boxoffice.defaults.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.PathContainer;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Answers a repeated request with its first answer, and another request under the same key with
 * 422.
 */
final class IdempotencyFilter extends OncePerRequestFilter {
  private static final Logger log = LoggerFactory.getLogger(IdempotencyFilter.class);
  private static final String KEY_HEADER = "Idempotency-Key";
  private static final String REPLAYED_HEADER = "Idempotent-Replayed";

  /** Visible ASCII, as RFC 8941 strings and most clients' UUIDs are. */
  private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");

  private record Route(String method, PathPattern path) {}

  private final List<Route> routes;
  private final IdempotencyLedger ledger;
  private final ProblemWriter problems;

  IdempotencyFilter(
      IdempotencySettings settings, IdempotencyLedger ledger, ProblemWriter problems) {
    this.routes = settings.paths().stream().map(IdempotencyFilter::route).toList();
    this.ledger = ledger;
    this.problems = problems;
  }

  private static Route route(String setting) {
    String[] parts = setting.split(" ", 2);
    return new Route(parts[0], PathPatternParser.defaultInstance.parse(parts[1]));
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return request.getHeader(KEY_HEADER) == null
        || request.getUserPrincipal() == null
        || routes.stream().noneMatch(route -> matches(route, request));
  }

  private static boolean matches(Route route, HttpServletRequest request) {
    return route.method().equals(request.getMethod())
        && route.path().matches(PathContainer.parsePath(request.getRequestURI()));
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String key = request.getHeader(KEY_HEADER);
    if (!KEY.matcher(key).matches()) {
      problems.write(
          CommonProblems.malformed(KEY_HEADER, "must be 1 to 255 visible ASCII characters"),
          response);
      return;
    }
    BufferedRequest buffered;
    try {
      buffered = new BufferedRequest(request);
    } catch (BodyTooLargeException e) {
      problems.write(CommonProblems.bodyTooLarge(e.limitBytes()), response);
      return;
    }
    String userId = user(request.getUserPrincipal());
    switch (ledger.claim(userId, key, buffered.fingerprint())) {
      case Claim.First claim -> runFirst(userId, key, claim, buffered, response, chain);
      case Claim.Answered answered -> replay(answered.answer(), response);
      case Claim.Reused _ ->
          problems.write(
              Problem.of(
                  HttpStatus.UNPROCESSABLE_CONTENT,
                  Codes.IDEMPOTENCY_KEY_REUSED,
                  "This Idempotency-Key was used for another request."),
              response);
      case Claim.Running _ ->
          problems.write(
              Problem.of(
                      HttpStatus.CONFLICT,
                      Codes.REQUEST_IN_PROGRESS,
                      "The first request with this Idempotency-Key is still running.")
                  .retryAfter(Duration.ofSeconds(1)),
              response);
    }
  }

  private static String user(@Nullable Principal principal) {
    if (principal == null) {
      throw new IllegalStateException("an authenticated request without a principal");
    }
    return principal.getName();
  }

  private void runFirst(
      String userId,
      String key,
      Claim.First claim,
      BufferedRequest request,
      HttpServletResponse response,
      FilterChain chain)
      throws ServletException, IOException {
    var copy = new ContentCachingResponseWrapper(response);
    boolean answered = false;
    try {
      chain.doFilter(request, copy);
      answered = isKept(copy.getStatus());
    } finally {
      boolean isStillOurs =
          answered
              ? ledger.finish(
                  userId,
                  key,
                  claim,
                  new FirstAnswer(
                      copy.getStatus(),
                      copy.getContentType(),
                      copy.getHeader(HttpHeaders.LOCATION),
                      new String(copy.getContentAsByteArray(), StandardCharsets.UTF_8)))
              : ledger.forget(userId, key, claim);
      if (!isStillOurs) {
        log.warn("A request begun at {} was overtaken by its repetition", claim.startedAt());
      }
    }
    copy.copyBodyToResponse();
  }

  /** An answer that asks the caller to come back is not its first answer. */
  private static boolean isKept(int status) {
    return status != HttpStatus.TOO_MANY_REQUESTS.value() && status < 500;
  }

  private static void replay(FirstAnswer answer, HttpServletResponse response) throws IOException {
    response.setStatus(answer.status());
    response.setHeader(REPLAYED_HEADER, "true");
    if (answer.contentType() != null) {
      response.setContentType(answer.contentType());
    }
    if (answer.location() != null) {
      response.setHeader(HttpHeaders.LOCATION, answer.location());
    }
    response.getOutputStream().write(answer.body().getBytes(StandardCharsets.UTF_8));
  }
}
