package dev.boxoffice.local.issuer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Gives the issuer a key of its own and a place for its users. */
final class FreshFiles implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    Path folder = folder();
    TestPropertyValues.of(
            "boxoffice.issuer.signing-key-file=" + rsaKey(folder.resolve("issuer.pem")),
            "boxoffice.issuer.users-file=" + folder.resolve("users.json"))
        .applyTo(context);
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory("issuer");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Path rsaKey(Path file) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      String base64 =
          Base64.getMimeEncoder()
              .encodeToString(generator.generateKeyPair().getPrivate().getEncoded());
      return Files.writeString(
          file, "-----BEGIN PRIVATE KEY-----\n" + base64 + "\n-----END PRIVATE KEY-----\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
