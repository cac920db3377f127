package dev.boxoffice.defaults.problem;

import jakarta.validation.ConstraintViolationException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Translates what escapes a controller into the contract's shape. Faults are logged here, once. */
@RestControllerAdvice
@Order(0)
final class ProblemAdvice extends ResponseEntityExceptionHandler {
  private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

  @ExceptionHandler
  ResponseEntity<ProblemDetail> malformed(MalformedRequestException exception) {
    return CommonProblems.malformed(exception.errors()).response();
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> violated(ConstraintViolationException exception) {
    List<FieldError> errors =
        exception.getConstraintViolations().stream()
            .map(v -> new FieldError(v.getPropertyPath().toString(), v.getMessage()))
            .toList();
    return CommonProblems.malformed(errors).response();
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> denied(AccessDeniedException exception) {
    return CommonProblems.forbidden().response();
  }

  @ExceptionHandler({
    UnavailableException.class,
    CannotCreateTransactionException.class,
    CannotGetJdbcConnectionException.class,
    TransientDataAccessException.class
  })
  ResponseEntity<ProblemDetail> unavailable(RuntimeException exception) {
    log.warn("A dependency is unavailable: {}", exception.getMessage());
    log.debug("A dependency is unavailable", exception);
    return CommonProblems.unavailable().response();
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> bug(Exception exception) {
    log.error("A request failed on a fault of ours", exception);
    return CommonProblems.internal().response();
  }

  /** Spring's own refusals: each has its status already, only the shape is ours. */
  @Override
  protected @Nullable ResponseEntity<Object> handleExceptionInternal(
      Exception exception,
      @Nullable Object body,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    Problem problem = translate(exception, status);
    HttpHeaders merged = new HttpHeaders();
    merged.putAll(headers);
    merged.putAll(problem.headers());
    return ResponseEntity.status(problem.status()).headers(merged).body(problem.body());
  }

  private static Problem translate(Exception exception, HttpStatusCode status) {
    BodyTooLargeException tooLarge = causeOf(exception, BodyTooLargeException.class);
    if (tooLarge != null) {
      return CommonProblems.bodyTooLarge(tooLarge.limitBytes());
    }
    return switch (status.value()) {
      case 400 -> CommonProblems.malformed(RequestErrors.of(exception));
      case 404 -> CommonProblems.notFound();
      case 405 -> CommonProblems.methodNotAllowed();
      case 406 ->
          Problem.of(HttpStatus.NOT_ACCEPTABLE, Codes.NOT_ACCEPTABLE, "No such representation.");
      case 413 -> CommonProblems.bodyTooLarge(0);
      case 415 ->
          Problem.of(
              HttpStatus.UNSUPPORTED_MEDIA_TYPE,
              Codes.UNSUPPORTED_MEDIA_TYPE,
              "Send application/json.");
      case 503 -> CommonProblems.unavailable();
      default -> {
        log.error("A request failed with status {}", status, exception);
        yield CommonProblems.internal();
      }
    };
  }

  private static <T extends Throwable> @Nullable T causeOf(Throwable thrown, Class<T> type) {
    int depth = 0;
    for (Throwable t = thrown; t != null && depth++ < 10; t = t.getCause()) {
      if (type.isInstance(t)) {
        return type.cast(t);
      }
    }
    return null;
  }
}
