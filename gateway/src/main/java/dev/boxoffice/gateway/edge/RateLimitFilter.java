package dev.boxoffice.gateway.edge;

import static dev.boxoffice.gateway.edge.SecurityHeaders.setIfAbsent;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.boxoffice.gateway.edge.TokenBuckets.Verdict;
import dev.boxoffice.gateway.routing.Call;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Slows down users and addresses that ask too much, after the token is checked.
 *
 * <p>Each gateway counts for itself, so with n of them a client may get n times the rate. That is
 * enough to keep one client from crowding out the rest, and it depends on nothing that can fail;
 * the limit on seats per buyer is seat-service's, in its transaction.
 */
@Component
@Order(0)
final class RateLimitFilter implements WebFilter {
  private static final String NOBODY = "";

  private final TokenBuckets userHolds;
  private final TokenBuckets addressHolds;
  private final TokenBuckets userCalls;
  private final TokenBuckets addressCalls;
  private final ClientAddress addresses;
  private final ProblemAnswers answers;

  RateLimitFilter(EdgeSettings settings, ClientAddress addresses, ProblemAnswers answers) {
    Ticker ticker = Ticker.systemTicker();
    this.userHolds = new TokenBuckets(settings.userHolds(), settings.keysMax(), ticker);
    this.addressHolds = new TokenBuckets(settings.addressHolds(), settings.keysMax(), ticker);
    this.userCalls = new TokenBuckets(settings.userCalls(), settings.keysMax(), ticker);
    this.addressCalls = new TokenBuckets(settings.addressCalls(), settings.keysMax(), ticker);
    this.addresses = addresses;
    this.answers = answers;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    return ReactiveSecurityContextHolder.getContext()
        .mapNotNull(context -> context.getAuthentication())
        .map(authentication -> authentication.getName())
        .defaultIfEmpty(NOBODY)
        .flatMap(user -> limit(user, exchange, chain));
  }

  private Mono<Void> limit(String user, ServerWebExchange exchange, WebFilterChain chain) {
    return switch (Call.of(exchange).cost()) {
      case NONE -> chain.filter(exchange);
      case HOLD -> pass(hold(user, address(exchange)), exchange, chain);
      case USUAL ->
          pass(
              user.equals(NOBODY) ? addressCalls.take(address(exchange)) : userCalls.take(user),
              exchange,
              chain);
    };
  }

  /** The user first: what that refuses costs others at the same address nothing. */
  private Verdict hold(String user, String address) {
    Verdict byUser = userHolds.take(user);
    if (!byUser.allowed()) {
      return byUser;
    }
    Verdict byAddress = addressHolds.take(address);
    return !byAddress.allowed() || byAddress.remaining() < byUser.remaining() ? byAddress : byUser;
  }

  private Mono<Void> pass(Verdict verdict, ServerWebExchange exchange, WebFilterChain chain) {
    tell(verdict, exchange.getResponse());
    return verdict.allowed()
        ? chain.filter(exchange)
        : answers.write(exchange, Problem.rateLimited(verdict.untilNext()));
  }

  private static void tell(Verdict verdict, ServerHttpResponse response) {
    response.beforeCommit(
        () -> {
          HttpHeaders headers = response.getHeaders();
          // A service that limits on its own account has said so already.
          setIfAbsent(headers, "RateLimit-Limit", Long.toString(verdict.limit()));
          setIfAbsent(headers, "RateLimit-Remaining", Long.toString(verdict.remaining()));
          setIfAbsent(
              headers,
              "RateLimit-Reset",
              Long.toString(verdict.untilFull().plusNanos(999_999_999).toSeconds()));
          return Mono.empty();
        });
  }

  private String address(ServerWebExchange exchange) {
    return ClientAddress.key(addresses.of(exchange.getRequest()));
  }
}
