package dev.boxoffice.gateway;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** An OIDC issuer, as far as a gateway sees one: a key set. */
public final class Issuer {
  private final AtomicInteger asked = new AtomicInteger();
  private final RSAKey key = generate("first");
  private final RSAKey stranger = generate("stranger");
  private final DisposableServer server =
      HttpServer.create()
          .host("127.0.0.1")
          .route(
              routes ->
                  routes.get(
                      "/oauth2/jwks",
                      (_, response) -> {
                        asked.incrementAndGet();
                        return response
                            .header("Content-Type", "application/json")
                            .sendString(Mono.just(new JWKSet(key.toPublicJWK()).toString()));
                      }))
          .bindNow();

  public String url() {
    return "http://127.0.0.1:" + server.port();
  }

  /** How often its keys were fetched. */
  public int timesAsked() {
    return asked.get();
  }

  public String token(String subject) {
    return token(subject, claims -> claims);
  }

  public String token(String subject, UnaryOperator<JWTClaimsSet.Builder> change) {
    return sign(key, subject, change);
  }

  /** Signed with a key that is not among the issuer's. */
  public String forged(String subject) {
    return sign(stranger, subject, claims -> claims);
  }

  private String sign(RSAKey signer, String subject, UnaryOperator<JWTClaimsSet.Builder> change) {
    Date soon = Date.from(Instant.parse("2100-01-01T00:00:00Z"));
    JWTClaimsSet.Builder claims =
        new JWTClaimsSet.Builder()
            .subject(subject)
            .issuer(url())
            .audience("boxoffice")
            .expirationTime(soon);
    try {
      JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(signer.getKeyID()).build();
      SignedJWT jwt = new SignedJWT(header, change.apply(claims).build());
      jwt.sign(new RSASSASigner(signer));
      return jwt.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static RSAKey generate(String keyId) {
    try {
      return new RSAKeyGenerator(2048).keyID(keyId).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
