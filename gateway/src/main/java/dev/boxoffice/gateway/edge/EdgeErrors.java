package dev.boxoffice.gateway.edge;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webflux.error.ErrorWebExceptionHandler;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.resource.NoResourceFoundException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The last stop of every failure at the gateway: a problem of the contract's shape. */
@Component
@Order(-2)
final class EdgeErrors implements ErrorWebExceptionHandler {
  private static final Logger log = LoggerFactory.getLogger(EdgeErrors.class);

  private final ProblemAnswers answers;

  EdgeErrors(ProblemAnswers answers) {
    this.answers = answers;
  }

  @Override
  public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
    if (exchange.getResponse().isCommitted()) {
      // Half an answer is out: only cutting the connection tells the client that it is not whole.
      return Mono.error(failure);
    }
    return answers.write(exchange, problem(exchange, failure));
  }

  private static Problem problem(ServerWebExchange exchange, Throwable failure) {
    return switch (failure) {
      case BodyTooLargeException tooLarge -> Problem.bodyTooLarge(tooLarge.limitBytes());
      case NoResourceFoundException _ -> Problem.notFound();
      case ResponseStatusException status -> problem(exchange, status.getStatusCode(), failure);
      case AuthenticationServiceException _ -> unavailable(exchange, failure);
      case IOException _, TimeoutException _ -> unavailable(exchange, failure);
      default -> internal(exchange, failure);
    };
  }

  private static Problem problem(
      ServerWebExchange exchange, HttpStatusCode status, Throwable failure) {
    return switch (status.value()) {
      case 400 -> Problem.malformed("request", "is malformed");
      case 404 -> Problem.notFound();
      case 405 -> Problem.methodNotAllowed(Set.<HttpMethod>of());
      case 502, 503, 504 -> unavailable(exchange, failure);
      default -> internal(exchange, failure);
    };
  }

  private static Problem unavailable(ServerWebExchange exchange, Throwable failure) {
    log.warn("{} is unavailable: {}", describe(exchange), failure.toString());
    return Problem.unavailable();
  }

  private static Problem internal(ServerWebExchange exchange, Throwable failure) {
    log.error("{} failed", describe(exchange), failure);
    return Problem.internal();
  }

  private static String describe(ServerWebExchange exchange) {
    return exchange.getRequest().getMethod()
        + " "
        + exchange.getRequest().getPath().value()
        + " (trace "
        + TraceContext.of(exchange).traceId()
        + ")";
  }
}
