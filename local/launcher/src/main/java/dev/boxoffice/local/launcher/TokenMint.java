package dev.boxoffice.local.launcher;

import dev.boxoffice.local.stack.StackException;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Signs the same tokens as the local issuer does, with its key and without asking it. Plain JDK, as
 * the time to start is the time to wait.
 */
public final class TokenMint {

  private static final String AUDIENCE = "boxoffice";
  private static final Duration USUAL_LIFE = Duration.ofHours(1);
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private final URI issuer;
  private final RSAPrivateCrtKey key;
  private final String header;
  private final Clock clock;

  private TokenMint(URI issuer, RSAPrivateCrtKey key, Clock clock) {
    this.issuer = issuer;
    this.key = key;
    this.clock = clock;
    this.header =
        encoded("{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"" + thumbprint(key) + "\"}");
  }

  static TokenMint of(URI issuer, Path keyFile) {
    return of(issuer, keyFile, Clock.systemUTC());
  }

  static TokenMint of(URI issuer, Path keyFile, Clock clock) {
    try {
      String base64 =
          Files.readString(keyFile).replaceAll("-----(BEGIN|END) PRIVATE KEY-----", "").strip();
      byte[] bytes = Base64.getMimeDecoder().decode(base64);
      KeyFactory keys = KeyFactory.getInstance("RSA");
      var key = (RSAPrivateCrtKey) keys.generatePrivate(new PKCS8EncodedKeySpec(bytes));
      return new TokenMint(issuer, key, clock);
    } catch (NoSuchFileException e) {
      throw new StackException("there is no issuer's key yet; run ./boxoffice up first", e);
    } catch (IOException | GeneralSecurityException e) {
      throw new StackException("cannot read the issuer's key " + keyFile, e);
    }
  }

  /** A token of a user for the next hour. */
  public String mint(String subject, String... roles) {
    return mint(
        subject, List.of(roles), subject + "@example.com", clock.instant().plus(USUAL_LIFE));
  }

  public String mint(String subject, List<String> roles, String email, Instant expiresAt) {
    return mint(AUDIENCE, subject, roles, email, expiresAt);
  }

  /** A token for a service's internal routes, valid for the next hour. */
  String mintForService(String service) {
    return mint(
        service, "operator", List.of(), "operator@example.com", clock.instant().plus(USUAL_LIFE));
  }

  private String mint(
      String audience, String subject, List<String> roles, String email, Instant expiresAt) {
    String claims =
        "{\"iss\":%s,\"sub\":%s,\"aud\":[\"%s\"],\"roles\":[%s],\"email\":%s,\"name\":%s,\"iat\":%d,\"exp\":%d,\"jti\":\"%s\"}"
            .formatted(
                quoted(issuer.toString()),
                quoted(subject),
                audience,
                roles.stream().map(TokenMint::quoted).collect(Collectors.joining(",")),
                quoted(email),
                quoted(subject),
                clock.instant().getEpochSecond(),
                expiresAt.getEpochSecond(),
                UUID.randomUUID());
    String signed = header + "." + encoded(claims);
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(key);
      signature.update(signed.getBytes(StandardCharsets.US_ASCII));
      return signed + "." + BASE64.encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot sign", e);
    }
  }

  /** Changes with the key and the issuer's name: tokens of another are worthless. */
  String identity() {
    return thumbprint(key) + "@" + issuer;
  }

  /** RFC 7638: what the issuer calls this key too. */
  private static String thumbprint(RSAPrivateCrtKey key) {
    String jwk =
        "{\"e\":\"%s\",\"kty\":\"RSA\",\"n\":\"%s\"}"
            .formatted(unsigned(key.getPublicExponent()), unsigned(key.getModulus()));
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return BASE64.encodeToString(digest.digest(jwk.getBytes(StandardCharsets.US_ASCII)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Big-endian without the sign byte that Java puts before a high bit. */
  private static String unsigned(BigInteger number) {
    byte[] bytes = number.toByteArray();
    int from = bytes[0] == 0 ? 1 : 0;
    return BASE64.encodeToString(Arrays.copyOfRange(bytes, from, bytes.length));
  }

  private static String encoded(String text) {
    return BASE64.encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.chars()
        .forEach(
            c -> {
              if (c == '"' || c == '\\' || c < ' ') {
                quoted.append("\\u%04x".formatted(c));
              } else {
                quoted.append((char) c);
              }
            });
    return quoted.append('"').toString();
  }
}
