package dev.boxoffice.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;

/**
 * The private keys that services sign with, as PKCS#8 PEM files.
 *
 * @param admissionKey the pair whose private half is in the second file
 */
record TestKeys(Path ticketKeyFile, Path admissionKeyFile, ECKey admissionKey) {

  static TestKeys generate() {
    try {
      var folder = Files.createTempDirectory("boxoffice-test-keys-");
      folder.toFile().deleteOnExit();
      var ticket = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      KeyPair admission = generator.generateKeyPair();
      return new TestKeys(
          write(folder.resolve("ticket.pem"), ticket.getPrivate()),
          write(folder.resolve("admission.pem"), admission.getPrivate()),
          new ECKey.Builder(Curve.P_256, (ECPublicKey) admission.getPublic())
              .privateKey(admission.getPrivate())
              .keyIDFromThumbprint()
              .build());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException | JOSEException e) {
      throw new IllegalStateException("cannot make keys", e);
    }
  }

  private static Path write(Path file, Key key) throws IOException {
    file.toFile().deleteOnExit();
    var lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded());
    return Files.writeString(
        file, "-----BEGIN PRIVATE KEY-----\n" + lines + "\n-----END PRIVATE KEY-----\n");
  }
}
