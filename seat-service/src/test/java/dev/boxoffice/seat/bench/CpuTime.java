package dev.boxoffice.seat.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The processor time that processes have used with all their children, where Linux tells it. */
final class CpuTime {
  /** Of {@code /proc}; the kernel's ABI has said so for all architectures that matter here. */
  private static final double TICKS_PER_SECOND = 100;

  private static final Pattern SPACE = Pattern.compile(" ");
  private static final int USER_TIME = 11;
  private static final int TIMES = 4;

  private final Map<String, Long> processes;

  CpuTime(Map<String, Long> processes) {
    this.processes = Map.copyOf(processes);
  }

  /** Seconds by name; empty where there is no {@code /proc}. */
  Map<String, Double> seconds() {
    Map<String, Double> seconds = new TreeMap<>();
    if (Files.exists(Path.of("/proc/self/stat"))) {
      processes.forEach((name, pid) -> seconds.put(name, ofTree(pid)));
    }
    return seconds;
  }

  private static double ofTree(long pid) {
    Stream<Long> children =
        ProcessHandle.of(pid).stream().flatMap(ProcessHandle::descendants).map(ProcessHandle::pid);
    return Stream.concat(Stream.of(pid), children).mapToLong(CpuTime::ticks).sum()
        / TICKS_PER_SECOND;
  }

  private static long ticks(long pid) {
    try {
      return ticks(Files.readString(Path.of("/proc/" + pid + "/stat")));
    } catch (NoSuchFileException e) {
      // It has ended, and its parent has its time.
      return 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Its own and that of children that have ended. The name before may hold anything. */
  static long ticks(String stat) {
    List<String> fields =
        SPACE.splitAsStream(stat.substring(stat.lastIndexOf(')') + 2).strip()).toList();
    return fields.subList(USER_TIME, USER_TIME + TIMES).stream().mapToLong(Long::parseLong).sum();
  }
}
