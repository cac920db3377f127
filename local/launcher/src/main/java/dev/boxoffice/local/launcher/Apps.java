package dev.boxoffice.local.launcher;

import dev.boxoffice.local.stack.StackException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Unpacks the jars that the build made, each content once. */
final class Apps {

  private static final int NAME_CHARACTERS = 16;

  private final Path root;
  private final Path folder;

  Apps(Path root, Path folder) {
    this.root = root;
    this.folder = folder;
  }

  App unpacked(Program program) {
    Path jar = program.jar(root);
    if (!Files.isRegularFile(jar)) {
      throw new StackException(jar + " is missing: build first");
    }
    try {
      String content = contentOf(jar);
      Path place = folder.resolve(program.label() + "-" + content);
      if (!Files.isDirectory(place)) {
        unpack(jar, place);
      }
      return new App(program, place.resolve(jar.getFileName()), content);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot unpack " + jar, e);
    }
  }

  /** Deletes what earlier builds left; nothing of them may run any more. */
  void keepOnly(Collection<App> apps) {
    Set<Path> kept = apps.stream().map(app -> app.jar().getParent()).collect(Collectors.toSet());
    try (Stream<Path> places = Files.list(folder)) {
      for (Path place : places.filter(place -> !kept.contains(place)).toList()) {
        delete(place);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot tidy " + folder, e);
    }
  }

  /** Of the files' checksums, as the archive's own bytes also tell when it was written. */
  private static String contentOf(Path jar) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      zip.stream()
          .sorted(Comparator.comparing(ZipEntry::getName))
          .map(entry -> entry.getName() + " " + entry.getCrc() + " " + entry.getSize() + "\n")
          .forEach(line -> digest.update(line.getBytes(StandardCharsets.UTF_8)));
      return HexFormat.of().formatHex(digest.digest()).substring(0, NAME_CHARACTERS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private void unpack(Path jar, Path place) throws IOException {
    Files.createDirectories(folder);
    Path draft = Files.createTempDirectory(folder, "unpacking-");
    // A copy, as a build may replace the jar while it is read.
    Path copy = Files.copy(jar, draft.resolve(jar.getFileName()));
    Path content = draft.resolve("content");
    Process tool =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-Djarmode=tools",
                    "-jar",
                    copy.toString(),
                    "extract",
                    "--destination",
                    content.toString()))
            .redirectErrorStream(true)
            .start();
    String said = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (exitCode(tool) != 0) {
      throw new StackException("cannot unpack " + jar + ":\n" + said);
    }
    try {
      Path moved = Files.move(content, place, StandardCopyOption.ATOMIC_MOVE);
      if (!Files.isDirectory(moved)) {
        throw new StackException(moved + " is no folder");
      }
    } catch (FileSystemException e) {
      // Somebody else may have unpacked the same at the same time.
      if (!Files.isDirectory(place)) {
        throw e;
      }
    }
    delete(draft);
  }

  private static int exitCode(Process tool) {
    try {
      return tool.waitFor();
    } catch (InterruptedException e) {
      tool.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new StackException("interrupted while unpacking", e);
    }
  }

  private static void delete(Path place) throws IOException {
    try (Stream<Path> files = Files.walk(place)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
