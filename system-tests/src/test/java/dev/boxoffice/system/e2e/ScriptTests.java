package dev.boxoffice.system.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.boxoffice.local.stack.Repository;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script as far as it needs what the build made. */
class ScriptTests {
  @TempDir Path folder;

  @Test
  void stopsNothingWhereNothingWasStarted() throws Exception {
    ProcessBuilder down =
        new ProcessBuilder(Repository.root().resolve("boxoffice").toString(), "down", "--wipe")
            .redirectErrorStream(true);
    down.environment().put("BOXOFFICE_STATE", folder.resolve("none").toString());

    Process process = down.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(output).contains("Nothing was started");
    assertThat(process.waitFor()).isZero();
  }
}
