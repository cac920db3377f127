package dev.boxoffice.gateway.edge;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/**
 * The issuer's public keys. Fetched when first needed, when they are old, and when a token names
 * one that is not known, but never more often than {@code keysAskedEvery}, so that made-up key ids
 * cannot be used to flood the issuer. Old keys serve on while the issuer is away.
 */
@Component
final class IssuerKeys {
  private static final Logger log = LoggerFactory.getLogger(IssuerKeys.class);
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(3);

  private final TokenSettings settings;
  private final Clock clock;
  private final WebClient web = WebClient.create();
  private final AtomicReference<@Nullable Mono<Known>> fetching = new AtomicReference<>();
  private volatile Known known = new Known(List.of(), Instant.EPOCH);

  IssuerKeys(TokenSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  Mono<List<JWK>> forKey(@Nullable String keyId) {
    Known now = known;
    Duration age = Duration.between(now.askedAt(), clock.instant());
    boolean recent = age.compareTo(settings.keysAskedEvery()) < 0;
    boolean fresh = age.compareTo(settings.keysFreshFor()) < 0;
    if (!now.keys().isEmpty() && (recent || (fresh && now.has(keyId)))) {
      return Mono.just(now.keys());
    }
    return fetchOnce().map(Known::keys);
  }

  private Mono<Known> fetchOnce() {
    Mono<Known> mine = Mono.defer(this::fetch).doFinally(_ -> fetching.set(null)).cache();
    Mono<Known> running = fetching.compareAndExchange(null, mine);
    return running == null ? mine : running;
  }

  private Mono<Known> fetch() {
    return web.get()
        .uri(settings.keys())
        .retrieve()
        .bodyToMono(String.class)
        .timeout(ANSWER_WITHIN)
        .map(body -> new Known(parse(body), clock.instant()))
        .onErrorResume(failure -> lastKnown(failure))
        .doOnNext(fetched -> known = fetched);
  }

  private Mono<Known> lastKnown(Throwable failure) {
    log.warn(
        "The issuer's keys could not be fetched from {}: {}", settings.keys(), failure.toString());
    Known last = known;
    return last.keys().isEmpty()
        ? Mono.error(new AuthenticationServiceException("issuer unreachable", failure))
        : Mono.just(new Known(last.keys(), clock.instant()));
  }

  private static List<JWK> parse(String body) {
    try {
      return JWKSet.parse(body).getKeys();
    } catch (ParseException e) {
      throw new AuthenticationServiceException("issuer's keys are not a JWK set", e);
    }
  }

  private record Known(List<JWK> keys, Instant askedAt) {
    Known {
      keys = List.copyOf(keys);
    }

    boolean has(@Nullable String keyId) {
      return keyId == null || keys.stream().anyMatch(key -> keyId.equals(key.getKeyID()));
    }
  }
}
