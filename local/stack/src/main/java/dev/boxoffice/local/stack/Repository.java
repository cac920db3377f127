package dev.boxoffice.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** This source tree, as seen from wherever a JVM runs in it. */
public final class Repository {

  private Repository() {}

  /**
   * The folder of the root pom: the system property {@code boxoffice.root}, the environment's
   * {@code BOXOFFICE_ROOT}, or the nearest folder above the working directory that looks like it.
   */
  public static Path root() {
    return Stream.of(System.getProperty("boxoffice.root"), System.getenv("BOXOFFICE_ROOT"))
        .flatMap(Stream::ofNullable)
        .findFirst()
        .map(Path::of)
        .or(Repository::aboveWorkingDirectory)
        .map(root -> root.toAbsolutePath().normalize())
        .orElseThrow(
            () ->
                new StackException(
                    "not inside the Boxoffice source tree; set BOXOFFICE_ROOT to its folder"));
  }

  /** The class path that the build wrote for a server under {@code local/}, e.g. {@code kafka}. */
  static String classPath(String module) {
    var file = root().resolve("local").resolve(module).resolve("target/classpath.txt");
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new StackException(
          file + " is missing; build it with: mvn -pl local/" + module + " validate", e);
    }
  }

  private static Optional<Path> aboveWorkingDirectory() {
    return Stream.<Path>iterate(
            Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
        .filter(folder -> Files.isRegularFile(folder.resolve("local/kafka/pom.xml")))
        .findFirst();
  }
}
