package dev.boxoffice.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.boxoffice.local.stack.Repository;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The script itself, as far as it goes without building. */
class ScriptTests {

  private static final Path SCRIPT = Repository.root().resolve("boxoffice");

  @Test
  void satisfiesShellcheck() throws Exception {
    assumeTrue(Tools.isOnPath("shellcheck"), "needs shellcheck");

    assertThat(run(Map.of(), "shellcheck", SCRIPT.toString()).output()).isEmpty();
  }

  @Test
  void explainsItself() throws Exception {
    assertThat(run(Map.of(), SCRIPT.toString(), "help").output())
        .contains("up", "down [--wipe]", "status", "logs", "token", "import", "test", "bench");
  }

  @Test
  void refusesAnUnknownCommand() throws Exception {
    Answer answer = run(Map.of(), SCRIPT.toString(), "fly");

    assertThat(answer.exitCode()).isEqualTo(1);
    assertThat(answer.output()).contains("no command 'fly'");
  }

  private record Answer(int exitCode, String output) {}

  private static Answer run(Map<String, String> environment, String... words)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Answer(process.waitFor(), output);
  }
}
