package dev.boxoffice.local.stack;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Programs that run to their end: small tools of the system and the set-up steps of servers. */
final class Programs {

  private static final int PATIENCE_SECONDS = 120;

  private Programs() {}

  static Optional<Path> onPath(String program) {
    var path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Stream.of(path.split(File.pathSeparator, -1))
        .filter(directory -> !directory.isEmpty())
        .map(directory -> Path.of(directory, program))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** The {@code java} of this JVM. */
  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  static boolean runsAsRoot() {
    return output(List.of("id", "-u")).strip().equals("0");
  }

  /** What the program wrote to standard output and error; fails if it fails. */
  static String output(List<String> words) {
    try {
      var process =
          new ProcessBuilder(words)
              .redirectErrorStream(true)
              .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
              .start();
      var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int code = ends(process, words);
      if (code != 0) {
        throw new StackException(words.getFirst() + " failed with " + code + ":\n" + output);
      }
      return output;
    } catch (IOException e) {
      throw new StackException("cannot run " + words.getFirst() + ": " + e.getMessage(), e);
    }
  }

  static int exitCode(List<String> words) {
    try {
      return ends(
          new ProcessBuilder(words)
              .redirectOutput(Redirect.DISCARD)
              .redirectError(Redirect.DISCARD)
              .start(),
          words);
    } catch (IOException e) {
      throw new StackException("cannot run " + words.getFirst() + ": " + e.getMessage(), e);
    }
  }

  private static int ends(Process process, List<String> words) {
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new StackException(
            words.getFirst() + " did not end within " + PATIENCE_SECONDS + " s");
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new StackException("interrupted while running " + words.getFirst(), e);
    }
  }
}
