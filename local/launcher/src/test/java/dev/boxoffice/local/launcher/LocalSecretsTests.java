package dev.boxoffice.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalSecretsTests {

  @TempDir Path folder;

  @Test
  void areMadeOnce() throws IOException {
    LocalSecrets first = LocalSecrets.in(StateDir.at(folder).created());
    String key = Files.readString(first.issuerKey());

    LocalSecrets second = LocalSecrets.in(StateDir.at(folder).created());

    assertThat(second.redisPassword()).isEqualTo(first.redisPassword());
    assertThat(second.paymentKey()).isEqualTo(first.paymentKey()).startsWith("sk_test_");
    assertThat(second.databasePassword(Program.SEAT))
        .isEqualTo(first.databasePassword(Program.SEAT))
        .isNotEqualTo(first.databasePassword(Program.BOOKING));
    assertThat(Files.readString(second.issuerKey())).isEqualTo(key);
  }

  @Test
  void areAnotherSystemsInAnotherFolder() {
    LocalSecrets here = LocalSecrets.in(StateDir.at(folder.resolve("a")).created());
    LocalSecrets there = LocalSecrets.in(StateDir.at(folder.resolve("b")).created());

    assertThat(here.redisPassword()).isNotEqualTo(there.redisPassword());
  }

  @Test
  void areReadableByTheirOwnerOnly() throws IOException {
    LocalSecrets secrets = LocalSecrets.in(StateDir.at(folder).created());

    try (Stream<Path> files = Files.list(secrets.issuerKey().getParent())) {
      assertThat(files.toList())
          .hasSize(4)
          .allSatisfy(
              file ->
                  assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                      .isEqualTo("rw-------"));
    }
  }
}
