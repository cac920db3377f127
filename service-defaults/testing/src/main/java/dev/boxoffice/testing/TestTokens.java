package dev.boxoffice.testing;

import com.nimbusds.jose.jwk.JWKSet;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Bearer tokens that the service under test accepts, and some that it must not. */
public final class TestTokens {

  private static final String PUBLIC_AUDIENCE = "boxoffice";
  private static final Clock CLOCK = Clock.systemUTC();
  private static final Duration LONG_AGO = Duration.ofHours(2);

  private TestTokens() {}

  /** A signed-in user without further roles. */
  public static String buyer(String userId) {
    return user(userId, List.of());
  }

  public static String organiser(String userId) {
    return user(userId, List.of("ORGANISER"));
  }

  public static String staff(String userId) {
    return user(userId, List.of("STAFF"));
  }

  public static String user(String userId, List<String> roles) {
    return Holder.SIGNER.sign(issuer(), userId, claims(userId, roles));
  }

  /** A token with which another service calls the internal routes of the one named. */
  public static String service(String audience) {
    return Holder.SIGNER.sign(issuer(), "test-client", Map.of("aud", List.of(audience)));
  }

  /** Was good until two hours ago. */
  public static String expired(String userId) {
    return Holder.SIGNER.sign(
        issuer(), userId, claims(userId, List.of()), CLOCK.instant().minus(LONG_AGO));
  }

  /** Says all the right things, signed with a key that the issuer does not have. */
  public static String forged(String userId) {
    return new TokenSigner(CLOCK)
        .sign(issuer(), userId, claims(userId, List.of("ORGANISER", "STAFF")));
  }

  static URI issuer() {
    return Holder.ISSUER.uri();
  }

  private static Map<String, Object> claims(String userId, List<String> roles) {
    var claims = new HashMap<String, Object>();
    claims.put("aud", List.of(PUBLIC_AUDIENCE));
    claims.put("roles", roles);
    claims.put("email", userId + "@example.test");
    claims.put("name", userId);
    return claims;
  }

  /** Made when the first token is. */
  private static final class Holder {
    static final TokenSigner SIGNER = new TokenSigner(CLOCK);
    static final TestIssuer ISSUER =
        new TestIssuer(SIGNER, new JWKSet(TestStack.get().keys().admissionKey()));
  }
}
