package dev.boxoffice.local.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The secrets as containers want them: a folder a program, in it a file a secret. Of a program that
 * is ours, a file is named after the property that it sets. Elsewhere the secrets of those names
 * come from whatever keeps secrets there.
 */
final class SecretFiles {

  /** In the folder of each program that signs. */
  static final String SIGNING_KEY = "signing-key.pem";

  private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

  private final LocalSecrets secrets;

  SecretFiles(LocalSecrets secrets) {
    this.secrets = secrets;
  }

  /** Replaces what is there. A new folder is its owner's alone; the files in it are anybody's. */
  void write(Path folder) {
    try {
      Files.createDirectories(folder, OWNER_ONLY);
      for (Program program : Program.values()) {
        write(folder.resolve(program.label()), of(program));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the secrets to " + folder, e);
    }
  }

  private static void write(Path folder, Map<String, String> files) throws IOException {
    if (files.isEmpty()) {
      return;
    }
    Files.createDirectories(folder);
    for (var file : files.entrySet()) {
      replace(folder.resolve(file.getKey()), file.getValue());
    }
  }

  /** A program's files by name; nothing that is another's. */
  Map<String, String> of(Program program) {
    return switch (program) {
      case POSTGRES -> Map.of("admin-password", secrets.postgresAdminPassword());
      case REDIS ->
          Map.of(
              "password",
              secrets.redisPassword(),
              "redis.conf",
              "requirepass " + secrets.redisPassword() + "\n");
      case KAFKA -> Map.of();
      case S3 ->
          Map.of(
              "access-key", secrets.objectStoreAccessKey(),
              "secret-key", secrets.objectStoreSecretKey());
      case ISSUER -> issuer();
      case PAYMENTS ->
          Map.of(
              "boxoffice.payments.secret-key", secrets.paymentKey(),
              "boxoffice.payments.webhook-secret", secrets.webhookSecret());
      case EVENT, SEAT, BOOKING, QUEUE, TICKET -> service(program);
      case GATEWAY -> Map.of("spring.data.redis.url", redisUrl());
    };
  }

  private Map<String, String> issuer() {
    Map<String, String> files = new TreeMap<>();
    files.put(SIGNING_KEY, text(secrets.issuerKey()));
    for (Program service : Program.of(Program.Kind.SERVICE)) {
      files.put("BOXOFFICE_ISSUER_SECRETS_" + service.name(), secrets.clientSecret(service));
    }
    return files;
  }

  private Map<String, String> service(Program service) {
    Map<String, String> files = new TreeMap<>();
    files.put("spring.datasource.password", secrets.databasePassword(service));
    files.put("spring.data.redis.url", redisUrl());
    files.put("boxoffice.security.client-secret", secrets.clientSecret(service));
    files.putAll(own(service));
    return files;
  }

  private Map<String, String> own(Program service) {
    return switch (service) {
      case SEAT -> Map.of("boxoffice.guard.challenge.key", secrets.challengeKey());
      case QUEUE -> Map.of(SIGNING_KEY, text(secrets.admissionKey()));
      case BOOKING ->
          Map.of(
              "boxoffice.payment.secret-key", secrets.paymentKey(),
              "boxoffice.payment.webhook-secret", secrets.webhookSecret());
      case TICKET ->
          Map.of(
              SIGNING_KEY,
              text(secrets.ticketKey()),
              "boxoffice.object-store.access-key",
              secrets.objectStoreAccessKey(),
              "boxoffice.object-store.secret-key",
              secrets.objectStoreSecretKey());
      case EVENT, POSTGRES, REDIS, KAFKA, S3, ISSUER, PAYMENTS, GATEWAY -> Map.of();
    };
  }

  /** Containers know each other by name. */
  private String redisUrl() {
    return "redis://:" + secrets.redisPassword() + "@" + Program.REDIS.label() + ":6379";
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Readable by whichever user a container runs as. */
  private static void replace(Path file, String text) throws IOException {
    Path draft = file.resolveSibling(file.getFileName() + ".new");
    Files.writeString(draft, text);
    Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("r--r--r--"));
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
