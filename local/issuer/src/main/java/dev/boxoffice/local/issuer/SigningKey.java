package dev.boxoffice.local.issuer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;

/** The RS256 key that signs every token; its id is its RFC 7638 thumbprint. */
final class SigningKey {

  private SigningKey() {}

  static RSAKey read(Path file) {
    try {
      String base64 =
          Files.readString(file).replaceAll("-----(BEGIN|END) PRIVATE KEY-----", "").strip();
      KeyFactory keys = KeyFactory.getInstance("RSA");
      RSAPrivateCrtKey secret =
          (RSAPrivateCrtKey)
              keys.generatePrivate(new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(base64)));
      RSAPublicKey open =
          (RSAPublicKey)
              keys.generatePublic(
                  new RSAPublicKeySpec(secret.getModulus(), secret.getPublicExponent()));
      return new RSAKey.Builder(open)
          .privateKey(secret)
          .keyUse(KeyUse.SIGNATURE)
          .algorithm(JWSAlgorithm.RS256)
          .keyIDFromThumbprint()
          .build();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the signing key " + file, e);
    } catch (GeneralSecurityException | JOSEException e) {
      throw new IllegalStateException(file + " is not an RSA private key in PKCS#8 PEM", e);
    }
  }
}
