package dev.boxoffice.system.hold;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where {@code pgbench} is: not among the servers' own binaries, but in many a distribution. */
final class PgBenchProgram {
  static final String MISSING =
      "(f) is left out: no pgbench on the PATH or in /usr/lib/postgresql"
          + " (Debian 12 has it in the package postgresql-15)";

  private static final Path DEBIAN = Path.of("/usr/lib/postgresql");
  private static final Pattern COLON = Pattern.compile(":");

  private PgBenchProgram() {}

  static @Nullable Path find() {
    Stream<Path> onPath =
        COLON.splitAsStream(System.getenv().getOrDefault("PATH", "")).map(Path::of);
    return Stream.concat(debian().stream(), onPath)
        .map(folder -> folder.resolve("pgbench"))
        .filter(Files::isExecutable)
        .findFirst()
        .orElse(null);
  }

  /** First, as the one on the PATH is a script there that asks for a cluster; newest first. */
  private static List<Path> debian() {
    if (!Files.isDirectory(DEBIAN)) {
      return List.of();
    }
    try (Stream<Path> versions = Files.list(DEBIAN)) {
      return versions
          .sorted(Comparator.reverseOrder())
          .map(version -> version.resolve("bin"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
