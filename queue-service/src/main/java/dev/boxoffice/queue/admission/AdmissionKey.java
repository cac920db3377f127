package dev.boxoffice.queue.admission;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import org.springframework.stereotype.Component;

/** The key pair that signs admission tokens; its id is the thumbprint of its public half. */
@Component
class AdmissionKey {
  private final ECKey pair;

  AdmissionKey(AdmissionSettings settings) {
    this.pair = read(settings.signingKeyFile());
  }

  ECKey pair() {
    return pair;
  }

  private static ECKey read(Path file) {
    try {
      String pem = Files.readString(file);
      String base64 = pem.replaceAll("-----(BEGIN|END) PRIVATE KEY-----", "").replaceAll("\\s", "");
      KeyFactory keys = KeyFactory.getInstance("EC");
      ECPrivateKey secret =
          (ECPrivateKey)
              keys.generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
      ECPublicKey open =
          (ECPublicKey)
              keys.generatePublic(
                  new ECPublicKeySpec(
                      P256.multiplyGenerator(secret.getS(), secret.getParams()),
                      secret.getParams()));
      return new ECKey.Builder(Curve.P_256, open)
          .privateKey(secret)
          .keyUse(KeyUse.SIGNATURE)
          .keyIDFromThumbprint()
          .build();
    } catch (IOException | GeneralSecurityException | JOSEException | IllegalArgumentException e) {
      throw new IllegalStateException("no P-256 private key (PKCS#8 in PEM) in " + file, e);
    }
  }
}
