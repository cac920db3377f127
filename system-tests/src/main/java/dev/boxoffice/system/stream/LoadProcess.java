package dev.boxoffice.system.stream;

import dev.boxoffice.local.stack.StackException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A main class of this package in a JVM of its own, which ends with its standard input. */
final class LoadProcess implements AutoCloseable {
  private static final String END = "the end";

  private final Process process;
  private final Writer input;
  private final Path log;
  private final BlockingQueue<String> said = new LinkedBlockingQueue<>();

  private LoadProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
    this.input = process.outputWriter(StandardCharsets.UTF_8);
    var _ = Thread.ofVirtual().start(this::listen);
  }

  static LoadProcess start(Class<?> main, Path log, List<String> arguments) {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(List.of("-XX:+UseSerialGC", "-Xmx256m", "-XX:MaxDirectMemorySize=64m"));
    words.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    words.addAll(arguments);
    try {
      return new LoadProcess(
          new ProcessBuilder(words)
              .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .start(),
          log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  long pid() {
    return process.pid();
  }

  void say(String line) {
    try {
      input.write(line + "\n");
      input.flush();
    } catch (IOException e) {
      throw new StackException("a load process is gone; see " + log, e);
    }
  }

  /** The next line that begins with this word, without it; lines before it are skipped. */
  String await(String word, Duration patience) {
    return awaitAll(word, patience).getLast();
  }

  /** All lines up to that one; of it, what follows the word. */
  List<String> awaitAll(String word, Duration patience) {
    long deadline = System.nanoTime() + patience.toNanos();
    List<String> lines = new ArrayList<>();
    try {
      while (true) {
        String line = said.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        if (line == null || line.equals(END)) {
          throw new StackException("no '" + word + "' from a load process; see " + log);
        }
        if (line.startsWith(word + " ") || line.equals(word)) {
          lines.add(line.substring(word.length()).strip());
          return lines;
        }
        lines.add(line);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackException("interrupted", e);
    }
  }

  private void listen() {
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        said.add(line);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      said.add(END);
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(Duration.ofSeconds(10))) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
