package dev.boxoffice.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The compose file, as far as it can be read. */
class ComposeFileTests {

  private static final Path FILE = Manifests.root().resolve("docker-compose.yml");

  @TempDir Path folder;
  private final Map<String, Object> services;

  ComposeFileTests() throws IOException {
    services =
        Manifests.map(Manifests.documents(Files.readString(FILE)).getFirst().get("services"));
  }

  @ParameterizedTest
  @EnumSource
  void runsEveryProgram(Program program) {
    assertThat(services).containsKey(program.label());
  }

  @ParameterizedTest
  @EnumSource(
      names = {"POSTGRES", "REDIS", "KAFKA", "S3"},
      mode = EnumSource.Mode.EXCLUDE)
  void tellsAProgramWhatTheLauncherDoes(Program program) {
    Set<String> told =
        Manifests.map(Manifests.at(services, program.label(), "environment")).keySet();

    assertThat(Manifests.differences(program, told, folder)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      names = {"POSTGRES", "REDIS", "KAFKA", "S3"},
      mode = EnumSource.Mode.EXCLUDE)
  void confinesAProgramAndShowsItItsOwnSecretsAlone(Program program) {
    Object service = services.get(program.label());

    assertThat(Manifests.at(service, "read_only")).isEqualTo(true);
    assertThat(Manifests.at(service, "cap_drop")).isEqualTo(List.of("ALL"));
    assertThat((List<?>) Manifests.at(service, "volumes"))
        .filteredOn(volume -> volume.toString().startsWith("secrets"))
        .isEqualTo(List.of("secrets-" + program.label() + ":/run/boxoffice:ro"));
  }

  @Test
  void listensOnTheLoopbackAddressAlone() {
    services
        .values()
        .forEach(
            service -> {
              if (Manifests.at(service, "ports") instanceof List<?> ports) {
                assertThat(ports)
                    .allSatisfy(
                        port -> assertThat(port.toString()).startsWith("127.0.0.1:${BOXOFFICE_"));
              }
            });
  }

  @Test
  void containsNoSecret() throws IOException {
    assertThat(Files.readString(FILE).lines())
        .filteredOn(line -> line.matches("(?i).*(password|secret|credential|key)[a-z]*: *\\S.*"))
        .allSatisfy(
            line ->
                assertThat(line)
                    .containsAnyOf("/run/boxoffice/", "secrets-", "secrets:/data", "*done"));
  }
}
