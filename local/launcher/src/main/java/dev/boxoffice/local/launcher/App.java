package dev.boxoffice.local.launcher;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A program of ours, unpacked and ready to run.
 *
 * @param jar its own classes; the libraries lie beside it
 * @param content identifies what was built, whenever it was built
 */
record App(Program program, Path jar, String content) {

  /** What to do with the JDK's ahead-of-time cache, which halves the work of a start. */
  enum CacheUse {
    NONE,
    /** Use the one that an earlier run left, if any. */
    READ,
    /** The same; where there is none, leave one at the end of this run. */
    RECORD
  }

  /** The cache leaves out what it cannot keep, class by class; nobody needs to read that. */
  private static final String QUIET = "-Xlog:aot*=error";

  List<String> words(CacheUse use) {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    Path cache = jar.resolveSibling("start-up.aot");
    if (use != CacheUse.NONE && Files.exists(cache)) {
      words.addAll(List.of("-XX:AOTCache=" + cache, QUIET));
    } else if (use == CacheUse.RECORD) {
      words.addAll(List.of("-XX:AOTCacheOutput=" + cache, QUIET));
    }
    words.addAll(machine());
    words.addAll(List.of("-jar", jar.toString()));
    return words;
  }

  /** Another main class, beside the program's own and its libraries, in a JVM like its own. */
  List<String> words(Path classes, String mainClass, List<String> arguments) {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(machine());
    words.addAll(List.of("-cp", classes + File.pathSeparator + jar, mainClass));
    words.addAll(arguments);
    return words;
  }

  private List<String> machine() {
    return List.of(
        "-XX:+UseSerialGC",
        "-Xmx" + program.heapMegabytes() + "m",
        "-XX:MaxMetaspaceSize=192m",
        "-XX:ReservedCodeCacheSize=96m",
        "-XX:+ExitOnOutOfMemoryError",
        "--enable-native-access=ALL-UNNAMED");
  }
}
