package dev.boxoffice.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretFilesTests {

  @TempDir Path folder;
  private LocalSecrets secrets;
  private SecretFiles files;

  @BeforeEach
  void make() {
    secrets = LocalSecrets.in(StateDir.at(folder.resolve("state")).created());
    files = new SecretFiles(secrets);
  }

  @Test
  void giveEachProgramItsOwnUnderTheNamesOfItsProperties() throws IOException {
    Path written = folder.resolve("written");

    files.write(written);

    assertThat(written.resolve("seat-service/spring.datasource.password"))
        .hasContent(secrets.databasePassword(Program.SEAT));
    assertThat(written.resolve("ticket-service/signing-key.pem"))
        .hasSameTextualContentAs(secrets.ticketKey());
    assertThat(written.resolve("issuer/BOXOFFICE_ISSUER_SECRETS_SEAT"))
        .hasContent(secrets.clientSecret(Program.SEAT));
    assertThat(written.resolve("redis/redis.conf"))
        .hasContent("requirepass " + secrets.redisPassword());
    assertThat(written.resolve("kafka")).doesNotExist();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(written)))
        .isEqualTo("rwx------");
  }

  @Test
  void areReplacedByTheSameWhenWrittenAgain() throws IOException {
    Path written = folder.resolve("written");
    files.write(written);
    String before = Files.readString(written.resolve("queue-service/signing-key.pem"));

    files.write(written);

    assertThat(written.resolve("queue-service/signing-key.pem")).hasContent(before.strip());
  }

  @Test
  void tellNobodyASecretThatIsNotTheirs() {
    assertThat(files.of(Program.SEAT).values())
        .doesNotContain(
            secrets.databasePassword(Program.BOOKING),
            secrets.clientSecret(Program.BOOKING),
            secrets.postgresAdminPassword(),
            secrets.paymentKey(),
            secrets.objectStoreSecretKey());
    assertThat(files.of(Program.GATEWAY)).containsOnlyKeys("spring.data.redis.url");
  }
}
