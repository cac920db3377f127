package dev.boxoffice.local.launcher;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Everything secret of one system: random, made once, kept in files that only their owner may read.
 */
public final class LocalSecrets {

  private static final int SECRET_BYTES = 24;
  private static final int RSA_BITS = 2048;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Path folder;
  private final Map<String, String> words;

  private LocalSecrets(Path folder, Map<String, String> words) {
    this.folder = folder;
    this.words = words;
  }

  /** Reads the secrets and makes those that are missing. */
  static LocalSecrets in(StateDir state) {
    Path folder = state.folder().resolve("secrets");
    try {
      Files.createDirectories(folder);
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
      LocalSecrets secrets =
          new LocalSecrets(folder, complete(folder.resolve("secrets.properties")));
      makeKey(
          secrets.issuerKey(),
          "RSA",
          new RSAKeyGenParameterSpec(RSA_BITS, RSAKeyGenParameterSpec.F4));
      makeKey(secrets.ticketKey(), "Ed25519", NamedParameterSpec.ED25519);
      makeKey(secrets.admissionKey(), "EC", new ECGenParameterSpec("secp256r1"));
      return secrets;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make the secrets in " + folder, e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK lacks an algorithm", e);
    }
  }

  /** Where the issuer's key is or will be. */
  static Path issuerKeyOf(StateDir state) {
    return state.folder().resolve("secrets").resolve("issuer-rsa.pem");
  }

  /** RS256, PKCS#8 PEM. */
  public Path issuerKey() {
    return folder.resolve("issuer-rsa.pem");
  }

  /** Ed25519, PKCS#8 PEM. */
  public Path ticketKey() {
    return folder.resolve("ticket-ed25519.pem");
  }

  /** P-256, PKCS#8 PEM. */
  public Path admissionKey() {
    return folder.resolve("admission-ec.pem");
  }

  public String postgresAdminPassword() {
    return word("postgres.admin");
  }

  /** Of a service's own role. */
  public String databasePassword(Program service) {
    return word("postgres." + service.word());
  }

  /** Of all services, by role. */
  Map<String, String> databasePasswords() {
    return Program.of(Program.Kind.SERVICE).stream()
        .collect(Collectors.toMap(Program::word, this::databasePassword));
  }

  public String clientSecret(Program service) {
    return word("client." + service.word());
  }

  public String redisPassword() {
    return word("redis");
  }

  public String objectStoreAccessKey() {
    return word("s3.access");
  }

  public String objectStoreSecretKey() {
    return word("s3.secret");
  }

  /** The payment provider's API key. */
  public String paymentKey() {
    return "sk_test_" + word("payment.key");
  }

  /** With which the payment provider signs its webhooks. */
  public String webhookSecret() {
    return "whsec_" + word("payment.webhook");
  }

  /** With which seat-service signs its challenges. */
  public String challengeKey() {
    return word("guard.challenge");
  }

  private String word(String name) {
    String word = words.get(name);
    if (word == null) {
      throw new IllegalStateException("no secret " + name);
    }
    return word;
  }

  private static Map<String, String> complete(Path file) throws IOException {
    Map<String, String> words = new TreeMap<>(read(file));
    int known = words.size();
    for (String name :
        new String[] {
          "redis",
          "s3.access",
          "s3.secret",
          "payment.key",
          "payment.webhook",
          "postgres.admin",
          "guard.challenge"
        }) {
      words.computeIfAbsent(name, missing -> random());
    }
    for (Program service : Program.of(Program.Kind.SERVICE)) {
      words.computeIfAbsent("postgres." + service.word(), missing -> random());
      words.computeIfAbsent("client." + service.word(), missing -> random());
    }
    if (words.size() > known) {
      replace(
          file,
          words.entrySet().stream()
              .map(word -> word.getKey() + "=" + word.getValue() + "\n")
              .collect(Collectors.joining()));
    }
    return Map.copyOf(words);
  }

  private static Map<String, String> read(Path file) throws IOException {
    Map<String, String> words = new HashMap<>();
    if (Files.exists(file)) {
      Properties properties = new Properties();
      properties.load(new StringReader(Files.readString(file)));
      properties.stringPropertyNames().forEach(n -> words.put(n, properties.getProperty(n, "")));
    }
    return words;
  }

  private static String random() {
    byte[] bytes = new byte[SECRET_BYTES];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private static void makeKey(Path file, String algorithm, AlgorithmParameterSpec parameters)
      throws GeneralSecurityException, IOException {
    if (Files.exists(file)) {
      return;
    }
    KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
    generator.initialize(parameters, RANDOM);
    byte[] key = generator.generateKeyPair().getPrivate().getEncoded();
    String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key);
    replace(file, "-----BEGIN PRIVATE KEY-----\n" + base64 + "\n-----END PRIVATE KEY-----\n");
  }

  /** Whole or not at all, and never readable by others. */
  private static void replace(Path file, String text) throws IOException {
    Path draft = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(draft);
    Files.createFile(
        draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(draft, text);
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
