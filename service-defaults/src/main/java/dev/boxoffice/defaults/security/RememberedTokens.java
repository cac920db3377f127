package dev.boxoffice.defaults.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * Verifies a token once and remembers it until it expires: a signature costs more than most
 * requests. Only tokens that verified are remembered.
 */
final class RememberedTokens implements JwtDecoder {
  private static final int TOKENS_MAX = 50_000;

  private final JwtDecoder decoder;
  private final Cache<String, Jwt> verified;

  RememberedTokens(JwtDecoder decoder, Clock clock) {
    this.decoder = decoder;
    this.verified =
        Caffeine.newBuilder()
            .maximumSize(TOKENS_MAX)
            .expireAfter(
                Expiry.<String, Jwt>creating((token, jwt) -> lifetime(jwt, clock.instant())))
            .build();
  }

  @Override
  public Jwt decode(String token) {
    Jwt remembered = verified.getIfPresent(token);
    if (remembered != null) {
      return remembered;
    }
    Jwt jwt = decoder.decode(token);
    verified.put(token, jwt);
    return jwt;
  }

  private static Duration lifetime(Jwt jwt, Instant now) {
    Instant expiresAt = jwt.getExpiresAt();
    Duration left = expiresAt == null ? Duration.ZERO : Duration.between(now, expiresAt);
    return left.isNegative() ? Duration.ZERO : left;
  }
}
