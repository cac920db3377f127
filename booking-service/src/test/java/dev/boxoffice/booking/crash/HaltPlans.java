package dev.boxoffice.booking.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;

/**
 * Which process is to die at which point: a file each, named by what the process is about, with the
 * point in it. A run that gets there stays there; when the last has got where it was to, the JVM
 * halts with all of them. The files of those that got there tell of it, and are no plans any more.
 */
final class HaltPlans {

  private static final String REACHED = ".reached";
  private static final int HALTED = 86;

  private final Path folder;

  HaltPlans(Path folder) {
    this.folder = folder;
  }

  void reached(UUID process, String point) {
    var plan = folder.resolve(process.toString());
    var done = folder.resolve(process + REACHED);
    if (isFor(point, plan)) {
      take(plan, done);
      if (noneIsLeft()) {
        Runtime.getRuntime().halt(HALTED);
      }
      stayHere();
    } else if (isFor(point, done)) {
      // Another run of the same, which must not come further either.
      stayHere();
    }
  }

  private static boolean isFor(String point, Path file) {
    try {
      return Files.readString(file).equals(point);
    } catch (NoSuchFileException notPlanned) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void take(Path plan, Path done) {
    try {
      var _ = Files.move(plan, done, StandardCopyOption.ATOMIC_MOVE);
    } catch (NoSuchFileException byAnotherRun) {
      stayHere();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean noneIsLeft() {
    try (var files = Files.list(folder)) {
      return files.allMatch(file -> file.toString().endsWith(REACHED));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void stayHere() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("A run went on that was to die", e);
    }
  }
}
