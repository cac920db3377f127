package dev.boxoffice.gateway.sharing;

import dev.boxoffice.gateway.edge.TraceContext;
import dev.boxoffice.gateway.routing.Call;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Answers shared calls after the rate limit: what is not there yet is asked for once for all. */
@Component
@Order(1)
final class SharingFilter implements WebFilter {
  private final SharedAnswers answers;

  SharingFilter(SharedAnswers answers) {
    this.answers = answers;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    Call call = Call.of(exchange);
    SharedKey key =
        Reading.mayBeShared(exchange.getRequest()) ? Reading.of(exchange.getRequest(), call) : null;
    if (key == null) {
      return chain.filter(exchange);
    }
    return answers
        .find(call.target(), key, TraceContext.of(exchange))
        .flatMap(found -> answer(found, exchange, chain));
  }

  private static Mono<Void> answer(
      SharedAnswers.Found found, ServerWebExchange exchange, WebFilterChain chain) {
    return switch (found) {
      case SharedAnswers.Found.Answer(SharedAnswer answer, long ageSeconds) ->
          answer.write(exchange.getRequest(), exchange.getResponse(), ageSeconds);
      case SharedAnswers.Found.NotShared() -> chain.filter(exchange);
      case SharedAnswers.Found.NoRoom() -> chain.filter(exchange);
    };
  }
}
