package dev.boxoffice.system.client;

import dev.boxoffice.local.stack.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Some of a service's test classes, by themselves, for a process beside it: the others are not for
 * a running service.
 */
public final class TestClasses {
  private TestClasses() {}

  /**
   * Copies those that are not there yet.
   *
   * @param service its module
   * @param wanted how their paths begin, e.g. {@code dev/boxoffice/seat/bench/}
   * @param folder for the copies
   * @return the folder
   * @throws UncheckedIOException if some of them are not built
   */
  public static Path copied(String service, List<String> wanted, Path folder) {
    Path built = Repository.root().resolve(service).resolve("target/test-classes");
    Set<String> missing = new HashSet<>(wanted);
    try (Stream<Path> files = Files.walk(built)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = built.relativize(file).toString();
        Path copy = folder.resolve(name);
        missing.removeIf(name::startsWith);
        if (wanted.stream().anyMatch(name::startsWith) && !Files.exists(copy)) {
          Files.createDirectories(copy.getParent());
          Files.copy(file, copy);
        }
      }
      if (!missing.isEmpty()) {
        throw new NoSuchFileException(missing.toString());
      }
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException("the tests of " + service + " are not built: " + built, e);
    }
  }
}
