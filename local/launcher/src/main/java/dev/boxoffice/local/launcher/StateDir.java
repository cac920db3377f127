package dev.boxoffice.local.launcher;

import dev.boxoffice.local.stack.LocalProcess;
import dev.boxoffice.local.stack.StackException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * The folder that holds all of one system's data, secrets, logs and pid files.
 *
 * @param folder only its owner may enter it
 * @param apps where jars are unpacked; several systems of one build may share it
 */
public record StateDir(Path folder, Path apps) {

  private static final String MARK = "README";
  private static final String MARK_TEXT =
      "Boxoffice's local state. './boxoffice up' made it; './boxoffice down --wipe' removes it.\n";

  public StateDir {
    folder = folder.toAbsolutePath().normalize();
    apps = apps.toAbsolutePath().normalize();
  }

  public static StateDir at(Path folder) {
    return new StateDir(folder, folder.resolve("apps"));
  }

  /** The same, without the state that an earlier system left there. */
  public static StateDir emptied(Path folder) {
    StateDir state = at(folder);
    if (state.exists()) {
      state.wipe();
    }
    return state;
  }

  /** The same state, with the unpacked jars elsewhere. */
  public StateDir withApps(Path elsewhere) {
    return new StateDir(folder, elsewhere);
  }

  StateDir created() {
    try {
      Files.createDirectories(folder);
      Files.createDirectories(apps);
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
      Path mark = Files.writeString(folder.resolve(MARK), MARK_TEXT);
      if (!Files.isReadable(mark)) {
        throw new StackException("cannot read " + mark);
      }
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot create " + folder, e);
    }
  }

  /** Whether a system has been started here. */
  public boolean exists() {
    return Files.exists(folder.resolve(MARK));
  }

  Path directory(Program program) {
    return folder.resolve(program.label());
  }

  Path log(Program program) {
    return directory(program).resolve(program.label() + ".log");
  }

  Path pidFile(Program program) {
    return directory(program).resolve(program.label() + ".pid");
  }

  /** Says of which build and settings the running program is; there is none before it is ready. */
  private Path readyFile(Program program) {
    return directory(program).resolve("ready");
  }

  Optional<LocalProcess> running(Program program) {
    return LocalProcess.recorded(program.label(), log(program), pidFile(program));
  }

  boolean isReady(Program program, String fingerprint) {
    try {
      return Files.exists(readyFile(program))
          && Files.readString(readyFile(program)).equals(fingerprint);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void markReady(Program program, String fingerprint) {
    write(readyFile(program), fingerprint);
  }

  void markStopped(Program program) {
    try {
      Files.deleteIfExists(readyFile(program));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The ports that the system was last started with here, or else would be. */
  PortPlan ports() {
    Path file = folder.resolve("ports.properties");
    if (!Files.exists(file)) {
      return PortPlan.from(System.getenv());
    }
    Properties properties = new Properties();
    try (var reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
    return PortPlan.read(properties);
  }

  void remember(PortPlan ports) {
    StringBuilder lines = new StringBuilder();
    ports
        .write()
        .forEach((program, port) -> lines.append(program).append('=').append(port).append('\n'));
    write(folder.resolve("ports.properties"), lines.toString());
  }

  /** Deletes everything, if this is a state folder at all. */
  public void wipe() {
    if (!exists()) {
      throw new StackException(folder + " is not a state folder of Boxoffice; nothing was deleted");
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete " + folder, e);
    }
  }

  private static void write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Path written = Files.writeString(file, text);
      if (!written.equals(file)) {
        throw new IllegalStateException(written.toString());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }
}
