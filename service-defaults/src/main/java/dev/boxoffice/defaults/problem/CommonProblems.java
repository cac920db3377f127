package dev.boxoffice.defaults.problem;

import java.time.Duration;
import java.util.List;
import org.springframework.http.HttpStatus;

/** The problems that the edge of every service answers. */
public final class CommonProblems {
  private static final Duration TRY_AGAIN_SOON = Duration.ofSeconds(1);

  private CommonProblems() {}

  public static Problem malformed(List<FieldError> errors) {
    return Problem.of(HttpStatus.BAD_REQUEST, Codes.VALIDATION_FAILED, "The request is not valid.")
        .with("errors", errors);
  }

  public static Problem malformed(String field, String message) {
    return malformed(List.of(new FieldError(field, message)));
  }

  public static Problem unauthenticated() {
    return Problem.of(
        HttpStatus.UNAUTHORIZED, Codes.UNAUTHENTICATED, "A valid bearer token is needed.");
  }

  public static Problem forbidden() {
    return Problem.of(HttpStatus.FORBIDDEN, Codes.FORBIDDEN, "The token does not allow this.");
  }

  public static Problem userMismatch() {
    return Problem.of(
        HttpStatus.FORBIDDEN, Codes.USER_MISMATCH, "userId is not the token's subject.");
  }

  public static Problem notFound() {
    return Problem.of(HttpStatus.NOT_FOUND, Codes.NOT_FOUND, "There is nothing here.");
  }

  public static Problem methodNotAllowed() {
    return Problem.of(
        HttpStatus.METHOD_NOT_ALLOWED, Codes.METHOD_NOT_ALLOWED, "Not a method of this path.");
  }

  public static Problem bodyTooLarge(long limitBytes) {
    return Problem.of(
            HttpStatus.CONTENT_TOO_LARGE, Codes.BODY_TOO_LARGE, "The body is over the limit.")
        .with("limitBytes", limitBytes);
  }

  public static Problem unavailable() {
    return Problem.of(
            HttpStatus.SERVICE_UNAVAILABLE, Codes.UNAVAILABLE, "Not available now; try again.")
        .retryAfter(TRY_AGAIN_SOON);
  }

  public static Problem internal() {
    return Problem.of(
        HttpStatus.INTERNAL_SERVER_ERROR, Codes.INTERNAL, "Something broke; it was recorded.");
  }
}
