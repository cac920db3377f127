package dev.boxoffice.system.seatmap;

import dev.boxoffice.local.stack.StackException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs wrk, and reads what it prints. */
final class Wrk {
  private static final int THREADS = 2;
  private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");
  private static final Pattern P99 = Pattern.compile("\\s99%\\s+([0-9.]+)(us|ms|s|m)\\b");
  private static final Pattern TOTAL =
      Pattern.compile("([0-9]+) requests in [0-9.]+\\w+, ([0-9.]+)(B|KB|MB|GB) read");
  private static final Pattern BAD_STATUS = Pattern.compile("Non-2xx or 3xx responses: ([0-9]+)");
  private static final Pattern SOCKET_ERRORS =
      Pattern.compile(
          "Socket errors: connect ([0-9]+), read ([0-9]+), write ([0-9]+), timeout ([0-9]+)");
  private static final Map<String, Double> MILLIS =
      Map.of("us", 1e-3, "ms", 1.0, "s", 1e3, "m", 6e4);
  private static final Map<String, Double> BYTES =
      Map.of("B", 1.0, "KB", 1024.0, "MB", 1024.0 * 1024, "GB", 1024.0 * 1024 * 1024);

  private final Path program;

  Wrk(Path program) {
    this.program = program;
  }

  /** What came of a run. */
  record Run(double perSecond, double p99Millis, double bytesPerAnswer, long failed) {}

  Run run(URI target, Map<String, String> headers, int connections, Duration lasts) {
    List<String> words =
        new ArrayList<>(
            List.of(
                program.toString(),
                "--threads=" + Math.min(THREADS, connections),
                "--connections=" + connections,
                "--duration=" + lasts.toSeconds() + "s",
                "--latency"));
    headers.forEach((name, value) -> words.addAll(List.of("--header", name + ": " + value)));
    words.add(target.toString());
    try {
      Process wrk = new ProcessBuilder(words).redirectErrorStream(true).start();
      String said = new String(wrk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int code = wrk.waitFor();
      if (code != 0) {
        throw new StackException("wrk ended with " + code + ": " + said);
      }
      return parse(said);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackException("interrupted while wrk ran", e);
    }
  }

  static Run parse(String said) {
    Matcher total = found(TOTAL, said).orElseThrow(() -> new StackException("wrk said " + said));
    Matcher p99 = found(P99, said).orElseThrow(() -> new StackException("wrk said " + said));
    double requests = Double.parseDouble(total.group(1));
    double bytes = Double.parseDouble(total.group(2)) * BYTES.getOrDefault(total.group(3), 1.0);
    long failed = found(BAD_STATUS, said).map(bad -> Long.parseLong(bad.group(1))).orElse(0L);
    failed +=
        found(SOCKET_ERRORS, said)
            .map(
                errors -> {
                  long sum = 0;
                  for (int i = 1; i <= errors.groupCount(); i++) {
                    sum += Long.parseLong(errors.group(i));
                  }
                  return sum;
                })
            .orElse(0L);
    return new Run(
        found(RATE, said).map(rate -> Double.parseDouble(rate.group(1))).orElse(0.0),
        Double.parseDouble(p99.group(1)) * MILLIS.getOrDefault(p99.group(2), 1.0),
        requests == 0 ? 0 : bytes / requests,
        failed);
  }

  private static Optional<Matcher> found(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? Optional.of(matcher) : Optional.empty();
  }
}
