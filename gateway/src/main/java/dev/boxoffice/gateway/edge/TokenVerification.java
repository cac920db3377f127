package dev.boxoffice.gateway.edge;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWKSecurityContext;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.text.ParseException;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Checks a token's signature, issuer, audience and times. */
@Component
final class TokenVerification {
  private static final Set<JWSAlgorithm> ALGORITHMS =
      Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256);

  private final IssuerKeys keys;
  private final DefaultJWTProcessor<JWKSecurityContext> processor = new DefaultJWTProcessor<>();

  TokenVerification(IssuerKeys keys, TokenSettings settings, Clock clock) {
    this.keys = keys;
    processor.setJWSTypeVerifier(
        new DefaultJOSEObjectTypeVerifier<>(
            JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
    processor.setJWSKeySelector(
        new JWSVerificationKeySelector<>(
            ALGORITHMS, (selector, context) -> selector.select(new JWKSet(context.getKeys()))));
    processor.setJWTClaimsSetVerifier(new Claims(settings.issuer().toString(), clock));
  }

  Mono<Caller> verify(String token) {
    SignedJWT jwt;
    try {
      jwt = SignedJWT.parse(token);
    } catch (ParseException e) {
      return Mono.error(new InvalidBearerTokenException("not a JWT", e));
    }
    return keys.forKey(jwt.getHeader().getKeyID()).map(known -> caller(jwt, known));
  }

  private Caller caller(SignedJWT jwt, List<JWK> known) {
    try {
      JWTClaimsSet claims = processor.process(jwt, new JWKSecurityContext(known));
      return new Caller(claims.getSubject(), claims.getExpirationTime().toInstant());
    } catch (BadJOSEException | JOSEException e) {
      throw new InvalidBearerTokenException("token refused", e);
    }
  }

  /** As Nimbus checks them, by our clock. */
  private static final class Claims extends DefaultJWTClaimsVerifier<JWKSecurityContext> {
    private final Clock clock;

    Claims(String issuer, Clock clock) {
      super(
          TokenSettings.AUDIENCE,
          new JWTClaimsSet.Builder().issuer(issuer).build(),
          Set.of("sub", "exp"));
      this.clock = clock;
    }

    @Override
    protected Date currentTime() {
      return Date.from(clock.instant());
    }
  }
}
