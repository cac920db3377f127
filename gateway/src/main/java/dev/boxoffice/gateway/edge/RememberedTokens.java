package dev.boxoffice.gateway.edge;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Verifies a token once and remembers it until it expires. Remembered by its digest: a token is
 * twenty times as long, and a heap dump should not contain one.
 */
@Component
final class RememberedTokens implements ReactiveAuthenticationManager {
  private final TokenVerification verification;
  private final Clock clock;
  private final Cache<ByteBuffer, Caller> verified;

  RememberedTokens(TokenVerification verification, TokenSettings settings, Clock clock) {
    this.verification = verification;
    this.clock = clock;
    this.verified =
        Caffeine.newBuilder()
            .maximumSize(settings.tokensRememberedMax())
            .expireAfter(Expiry.<ByteBuffer, Caller>creating((_, caller) -> lifetime(caller)))
            .build();
  }

  @Override
  public Mono<Authentication> authenticate(Authentication presented) {
    String token = ((BearerTokenAuthenticationToken) presented).getToken();
    ByteBuffer digest = digest(token);
    Caller remembered = verified.getIfPresent(digest);
    if (remembered != null && remembered.expiresAt().isAfter(clock.instant())) {
      return Mono.just(authentication(remembered));
    }
    return verification
        .verify(token)
        .doOnNext(caller -> verified.put(digest, caller))
        .map(RememberedTokens::authentication);
  }

  private Duration lifetime(Caller caller) {
    Duration left = Duration.between(clock.instant(), caller.expiresAt());
    return left.isNegative() ? Duration.ZERO : left;
  }

  private static Authentication authentication(Caller caller) {
    return UsernamePasswordAuthenticationToken.authenticated(caller, null, List.of());
  }

  private static ByteBuffer digest(String token) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return ByteBuffer.wrap(sha.digest(token.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
