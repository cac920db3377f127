package dev.boxoffice.system.stream;

import dev.boxoffice.local.stack.StackException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a running JVM uses. */
final class ProcessCost {
  private static final Pattern TOTAL = Pattern.compile("(?m)^Total\\s+(\\d+)\\s+(\\d+)");
  private static final Pattern DIRECT =
      Pattern.compile("(?m)^jvm_buffer_memory_used_bytes\\{[^}]*id=\"direct\"[^}]*} (\\S+)$");

  private ProcessCost() {}

  /** Live bytes on the heap, after a full collection. */
  static long heapBytes(long pid) {
    return number(TOTAL, 2, run("jcmd", Long.toString(pid), "GC.class_histogram"));
  }

  /** Bytes of direct buffers, as the service tells them. */
  static long directBytes(URI service) {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return number(
          DIRECT,
          1,
          client
              .send(
                  HttpRequest.newBuilder(service.resolve("/actuator/prometheus")).build(),
                  HttpResponse.BodyHandlers.ofString())
              .body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackException("interrupted", e);
    }
  }

  /** Seconds of processor time so far. */
  static double cpuSeconds(long pid) {
    return ProcessHandle.of(pid)
        .flatMap(process -> process.info().totalCpuDuration())
        .map(used -> used.toNanos() / 1e9)
        .orElseThrow(() -> new StackException("nobody says what process " + pid + " uses"));
  }

  private static long number(Pattern pattern, int group, String text) {
    Matcher found = pattern.matcher(text);
    if (!found.find()) {
      throw new StackException("no " + pattern + " in:\n" + text.lines().limit(5).toList());
    }
    return (long) Double.parseDouble(found.group(group));
  }

  private static String run(String tool, String... arguments) {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", tool).toString());
    words.addAll(List.of(arguments));
    try {
      Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
