package dev.boxoffice.gateway.edge;

import dev.boxoffice.gateway.routing.Call;
import dev.boxoffice.gateway.routing.CallMatch;
import dev.boxoffice.gateway.routing.PublicCalls;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Lets through only calls of the contract, with a body of the size they may have, and only
 * WebSocket handshakes that can succeed.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
final class EdgeFilter implements WebFilter {
  private final PublicCalls calls;
  private final ProblemAnswers answers;

  EdgeFilter(PublicCalls calls, ProblemAnswers answers) {
    this.calls = calls;
    this.answers = answers;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    SecurityHeaders.addTo(exchange);
    ServerHttpRequest request = exchange.getRequest();
    if (!PlainPath.test(request.getURI().getRawPath())) {
      return answers.write(exchange, Problem.malformed("path", "is ambiguous"));
    }
    if (!PlainQuery.test(request.getURI().getRawQuery())) {
      return answers.write(exchange, Problem.malformed("query", "is not UTF-8"));
    }
    return switch (calls.find(request.getMethod(), request.getPath().pathWithinApplication())) {
      case CallMatch.Found(Call call) -> admit(call, exchange, chain);
      case CallMatch.OtherMethods(var allowed) ->
          answers.write(exchange, Problem.methodNotAllowed(allowed));
      case CallMatch.UnknownPath() -> answers.write(exchange, Problem.notFound());
    };
  }

  private Mono<Void> admit(Call call, ServerWebExchange exchange, WebFilterChain chain) {
    call.mark(exchange);
    HttpHeaders headers = exchange.getRequest().getHeaders();
    long limitBytes = call.bodyMax().toBytes();
    if (headers.getContentLength() > limitBytes) {
      return answers.write(exchange, Problem.bodyTooLarge(limitBytes));
    }
    Problem flaw = call.pace() == Call.Pace.STREAM ? SocketHandshake.flaw(headers) : null;
    if (flaw != null) {
      return answers.write(exchange, flaw);
    }
    return chain.filter(
        headers.containsHeader(HttpHeaders.TRANSFER_ENCODING)
            ? LimitedBody.in(exchange, limitBytes)
            : exchange);
  }
}
