package dev.boxoffice.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a pid file says: enough to know the process again and to end it politely. */
record PidRecord(long pid, Instant startedAt, String stopSignal) {

  void write(Path file) throws IOException {
    var next = file.resolveSibling(file.getFileName() + ".next");
    Files.writeString(next, pid + " " + startedAt.toEpochMilli() + " " + stopSignal + "\n");
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Null when there is no such file or it says something else. */
  static @Nullable PidRecord read(Path file) {
    try {
      var words = Files.readString(file).strip().split(" ", -1);
      return words.length == 3
          ? new PidRecord(
              Long.parseLong(words[0]), Instant.ofEpochMilli(Long.parseLong(words[1])), words[2])
          : null;
    } catch (NoSuchFileException | NumberFormatException none) {
      return null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
