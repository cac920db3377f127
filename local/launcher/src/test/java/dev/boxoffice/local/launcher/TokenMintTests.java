package dev.boxoffice.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.SignedJWT;
import dev.boxoffice.local.stack.StackException;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenMintTests {

  private static final Instant NOW = Instant.parse("2030-01-01T10:00:00Z");

  @TempDir Path folder;
  private LocalSecrets secrets;
  private TokenMint mint;

  @BeforeEach
  void makeKey() {
    secrets = LocalSecrets.in(StateDir.at(folder).created());
    mint =
        TokenMint.of(
            URI.create("http://localhost:9000"),
            secrets.issuerKey(),
            Clock.fixed(NOW, ZoneOffset.UTC));
  }

  @Test
  void signsForOneServiceWhatOpensNoOther() throws Exception {
    var claims = SignedJWT.parse(mint.mintForService("seat-service")).getJWTClaimsSet();

    assertThat(claims.getAudience()).containsExactly("seat-service");
    assertThat(claims.getStringListClaim("roles")).isEmpty();
  }

  @Test
  void saysWhoMayDoWhatUntilWhen() throws Exception {
    String token =
        mint.mint("olga", List.of("ORGANISER", "STAFF"), "o@example.com", NOW.plusSeconds(60));

    var claims = SignedJWT.parse(token).getJWTClaimsSet();
    assertThat(claims.getIssuer()).isEqualTo("http://localhost:9000");
    assertThat(claims.getSubject()).isEqualTo("olga");
    assertThat(claims.getAudience()).containsExactly("boxoffice");
    assertThat(claims.getStringListClaim("roles")).containsExactly("ORGANISER", "STAFF");
    assertThat(claims.getStringClaim("email")).isEqualTo("o@example.com");
    assertThat(claims.getExpirationTime()).isEqualTo(Date.from(NOW.plusSeconds(60)));
    assertThat(claims.getJWTID()).isNotBlank();
  }

  @Test
  void signsWithTheIssuersKeyAndNamesItAsTheIssuerDoes() throws Exception {
    SignedJWT token = SignedJWT.parse(mint.mint("alice"));
    RSAKey key = new RSAKey.Builder(publicKey()).keyIDFromThumbprint().build();

    assertThat(token.getHeader().getKeyID()).isEqualTo(key.getKeyID());
    assertThat(token.verify(new RSASSAVerifier(key))).isTrue();
  }

  @Test
  void keepsUnusualNamesWhole() throws Exception {
    String name = "O'Brien \"Bo\" \\ \u0905\u0936\u093e\n";

    assertThat(SignedJWT.parse(mint.mint(name)).getJWTClaimsSet().getSubject()).isEqualTo(name);
  }

  @Test
  void saysWhatToDoWhenThereIsNoKeyYet() {
    assertThatThrownBy(
            () -> TokenMint.of(URI.create("http://localhost:9000"), folder.resolve("missing.pem")))
        .isInstanceOf(StackException.class)
        .hasMessageContaining("./boxoffice up");
  }

  private RSAPublicKey publicKey() throws Exception {
    String base64 =
        Files.readString(secrets.issuerKey())
            .replaceAll("-----(BEGIN|END) PRIVATE KEY-----", "")
            .strip();
    KeyFactory keys = KeyFactory.getInstance("RSA");
    var key =
        (RSAPrivateCrtKey)
            keys.generatePrivate(new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(base64)));
    BigInteger modulus = key.getModulus();
    return (RSAPublicKey)
        keys.generatePublic(new RSAPublicKeySpec(modulus, key.getPublicExponent()));
  }
}
