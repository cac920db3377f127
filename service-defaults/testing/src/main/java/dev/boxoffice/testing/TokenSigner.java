package dev.boxoffice.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.UUID;

/** Signs tokens with a key of its own. */
final class TokenSigner {

  private static final int KEY_BITS = 2048;
  private static final Duration LIFETIME = Duration.ofHours(1);

  private final RSAKey key;
  private final Clock clock;

  TokenSigner(Clock clock) {
    this.clock = clock;
    try {
      key = new RSAKeyGenerator(KEY_BITS).keyID(UUID.randomUUID().toString()).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException("cannot make a key", e);
    }
  }

  JWKSet publicKeys() {
    return new JWKSet(key.toPublicJWK());
  }

  /** A token that holds for an hour from now on. */
  String sign(URI issuer, String subject, Map<String, Object> claims) {
    return sign(issuer, subject, claims, clock.instant().plus(LIFETIME));
  }

  String sign(URI issuer, String subject, Map<String, Object> claims, Instant expiresAt) {
    var set =
        new JWTClaimsSet.Builder()
            .issuer(issuer.toString())
            .subject(subject)
            .jwtID(UUID.randomUUID().toString())
            .issueTime(Date.from(expiresAt.minus(LIFETIME)))
            .expirationTime(Date.from(expiresAt));
    claims.forEach(set::claim);
    try {
      var header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build();
      var token = new SignedJWT(header, set.build());
      token.sign(new RSASSASigner(key));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException("cannot sign", e);
    }
  }
}
