package dev.boxoffice.local.stack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** Native programs that come inside jars, unpacked once into a cache that all checkouts share. */
final class Binaries {

  private static final int EXECUTABLE = 0111;

  private Binaries() {}

  /** {@code BOXOFFICE_CACHE}, or {@code boxoffice} in the user's cache folder. */
  static Path cache() {
    return Optional.ofNullable(System.getenv("BOXOFFICE_CACHE"))
        .map(Path::of)
        .orElseGet(
            () ->
                Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
                    .map(Path::of)
                    .orElse(Path.of(System.getProperty("user.home"), ".cache"))
                    .resolve("boxoffice"))
        .toAbsolutePath();
  }

  /** {@code linux} or {@code darwin}, as the jars spell it. */
  static String system() {
    var name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    return name.contains("mac") ? "darwin" : "linux";
  }

  static boolean isArm() {
    return System.getProperty("os.arch").equals("aarch64");
  }

  /** The folder with the unpacked {@code .txz} of that resource name. */
  static Path archive(String resource, String folder) {
    return unpacked(folder, target -> untar(open(resource), target));
  }

  /** The single executable of that resource name. */
  static Path executable(String resource, String folder) {
    return unpacked(
            folder,
            target -> {
              try (var in = open(resource)) {
                var program = target.resolve("program");
                Files.copy(in, program);
                Files.setPosixFilePermissions(
                    program, PosixFilePermissions.fromString("rwxr-xr-x"));
              }
            })
        .resolve("program");
  }

  @FunctionalInterface
  private interface Unpacking {
    void into(Path folder) throws IOException;
  }

  /** Unpacks beside the place and moves it there whole, as another JVM may do the same just now. */
  private static Path unpacked(String folder, Unpacking unpacking) {
    var place = cache().resolve(folder);
    if (Files.isDirectory(place)) {
      return place;
    }
    try {
      Files.createDirectories(cache());
      var fresh = Files.createTempDirectory(cache(), folder + "-");
      Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwxr-xr-x"));
      unpacking.into(fresh);
      try {
        Files.move(fresh, place, StandardCopyOption.ATOMIC_MOVE);
      } catch (AtomicMoveNotSupportedException e) {
        throw e;
      } catch (FileAlreadyExistsException otherWasQuicker) {
        delete(fresh);
      } catch (FileSystemException notEmpty) {
        if (!Files.isDirectory(place)) {
          throw notEmpty;
        }
        delete(fresh);
      }
      return place;
    } catch (IOException e) {
      throw new StackException("cannot unpack " + folder + " into " + cache(), e);
    }
  }

  private static InputStream open(String resource) {
    var stream = Binaries.class.getResourceAsStream("/" + resource);
    if (stream == null) {
      throw new StackException(
          "no "
              + resource
              + " on the class path: there are no binaries for "
              + System.getProperty("os.name")
              + " "
              + System.getProperty("os.arch"));
    }
    return stream;
  }

  private static void untar(InputStream txz, Path target) throws IOException {
    try (var tar = new TarArchiveInputStream(new XZInputStream(txz))) {
      for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        var path = target.resolve(entry.getName()).normalize();
        if (!path.startsWith(target)) {
          throw new IOException("entry outside of its archive: " + entry.getName());
        }
        write(tar, entry, path);
      }
    }
  }

  private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path path)
      throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(path);
      return;
    }
    Files.createDirectories(path.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(tar, path);
    boolean executable = (entry.getMode() & EXECUTABLE) != 0;
    Files.setPosixFilePermissions(
        path, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
  }

  static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (var file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
