package dev.boxoffice.local.stack;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What to run as a child process.
 *
 * @param name what people call it; also in messages
 * @param words program and arguments
 * @param environment added to this JVM's own
 * @param directory the working directory; created if missing
 * @param log standard output and error, appended
 * @param pidFile records pid, start time and stop signal while it runs
 * @param stopSignal asks it to end, e.g. {@code TERM}
 */
public record ProcessCommand(
    String name,
    List<String> words,
    Map<String, String> environment,
    Path directory,
    Path log,
    Path pidFile,
    String stopSignal,
    Lifetime lifetime) {

  public ProcessCommand {
    words = List.copyOf(words);
    environment = Map.copyOf(environment);
    if (words.isEmpty()) {
      throw new IllegalArgumentException("nothing to run for " + name);
    }
  }

  /** A command that lives at {@code home} and ends on SIGTERM. */
  public static ProcessCommand at(Home home, String name, List<String> words) {
    return new ProcessCommand(
        name,
        words,
        Map.of(),
        home.directory(),
        home.log(name),
        home.pidFile(name),
        "TERM",
        home.lifetime());
  }

  public ProcessCommand withEnvironment(Map<String, String> variables) {
    return new ProcessCommand(
        name, words, variables, directory, log, pidFile, stopSignal, lifetime);
  }

  public ProcessCommand withStopSignal(String signal) {
    return new ProcessCommand(name, words, environment, directory, log, pidFile, signal, lifetime);
  }
}
