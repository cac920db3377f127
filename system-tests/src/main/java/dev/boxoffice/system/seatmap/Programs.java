package dev.boxoffice.system.seatmap;

import dev.boxoffice.local.stack.StackException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Programs that the measurement needs and the platform does not. */
final class Programs {
  private static final Pattern COLON = Pattern.compile(":");

  private Programs() {}

  /**
   * Where it is, on the PATH or where system programs are.
   *
   * @param debianPackage what has it in Debian
   */
  static Path find(String name, String debianPackage) {
    String path = System.getenv().getOrDefault("PATH", "");
    return Stream.concat(COLON.splitAsStream(path), Stream.of("/usr/sbin", "/usr/local/sbin"))
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(
            () ->
                new StackException(
                    "no %s on the PATH; this measurement needs it (Debian: apt-get install %s)"
                        .formatted(name, debianPackage)));
  }
}
