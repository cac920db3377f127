package dev.boxoffice.seat.allocation.admission;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.boxoffice.defaults.problem.UnavailableException;
import dev.boxoffice.seat.allocation.hold.UserId;
import dev.boxoffice.seat.sale.ShowId;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;

/**
 * Whether the waiting room has let a buyer in, by the token that it signed. A token is verified
 * once and then remembered, because an elliptic signature costs more than a whole hold.
 */
@Component
class Admission {
  private static final int TOKENS_MAX = 100_000;
  private static final Duration REMEMBER_FOR = Duration.ofMinutes(10);

  private final @Nullable JwtDecoder tokens;
  private final Clock clock;
  private final Cache<String, Admitted> verified =
      Caffeine.newBuilder().maximumSize(TOKENS_MAX).expireAfterWrite(REMEMBER_FOR).build();

  Admission(@Value("${boxoffice.admission.jwk-set-uri:#{null}}") @Nullable URI keys, Clock clock) {
    this.tokens = keys == null ? null : decoder(keys);
    this.clock = clock;
  }

  /**
   * Whether this token admits this buyer to this show now.
   *
   * @throws UnavailableException if the waiting room's keys cannot be had
   */
  boolean admits(@Nullable String token, UserId userId, ShowId showId) {
    if (token == null || tokens == null) {
      return false;
    }
    Admitted known = verified.getIfPresent(token);
    if (known == null) {
      known = verify(tokens, token);
      if (known == null) {
        return false;
      }
      verified.put(token, known);
    }
    return known.userId().equals(userId.value())
        && known.showId().equals(showId.toString())
        && clock.instant().isBefore(known.until());
  }

  private static @Nullable Admitted verify(JwtDecoder tokens, String token) {
    try {
      Jwt jwt = tokens.decode(token);
      String showId = jwt.getClaimAsString("showId");
      String userId = jwt.getSubject();
      Instant until = jwt.getExpiresAt();
      return showId == null || userId == null || until == null
          ? null
          : new Admitted(userId, showId, until);
    } catch (BadJwtException e) {
      return null;
    } catch (JwtException e) {
      throw new UnavailableException("the waiting room's keys", e);
    }
  }

  private static JwtDecoder decoder(URI keys) {
    NimbusJwtDecoder decoder =
        NimbusJwtDecoder.withJwkSetUri(keys.toString())
            .jwsAlgorithm(SignatureAlgorithm.ES256)
            .validateType(false)
            .build();
    decoder.setJwtValidator(new JwtTimestampValidator());
    return decoder;
  }

  private record Admitted(String userId, String showId, Instant until) {}
}
