package dev.boxoffice.local.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What a process and its children occupy. */
final class Memory {

  private static final int KILOBYTES_A_MEGABYTE = 1024;

  private Memory() {}

  /** Pages that several processes share count once in the sum (Linux; 0 elsewhere). */
  static long megabytesOf(long pid) {
    return ProcessHandle.of(pid).stream()
            .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
            .mapToLong(process -> kilobytes(process.pid()))
            .sum()
        / KILOBYTES_A_MEGABYTE;
  }

  private static long kilobytes(long pid) {
    try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/smaps_rollup"))) {
      return lines
          .filter(line -> line.startsWith("Pss:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .sum();
    } catch (IOException endedOrElsewhere) {
      return 0;
    }
  }
}
