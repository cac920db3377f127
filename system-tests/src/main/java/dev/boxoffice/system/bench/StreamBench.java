package dev.boxoffice.system.bench;

import com.sun.management.UnixOperatingSystemMXBean;
import dev.boxoffice.local.stack.Repository;
import dev.boxoffice.system.stream.MeasureStream;
import dev.boxoffice.system.stream.StreamSettings;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A show's live stream with many subscribers, past the gateway. */
@Command(
    name = "stream",
    description = {
      "Measures a show's live stream with many subscribers, over as many instances of",
      "seat-service as the limit of open files asks for: memory a connection at rest, and the",
      "time from a change's commit until the last subscriber has it, beside a loop that writes",
      "the same bytes to as many sockets. Some subscribers never read. Needs Linux.",
      "About a minute and a half; let the machine do nothing else meanwhile."
    })
final class StreamBench implements Callable<Integer> {
  /** Of a process' open files, those that are no subscriber's. */
  private static final int FILES_KEPT = 1_000;

  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--subscribers", description = "${DEFAULT-VALUE}", defaultValue = "10000")
  private int subscribers;

  @Option(
      names = "--rate",
      split = ",",
      description = "changes a second, one after the other (${DEFAULT-VALUE})",
      defaultValue = "10,400")
  private List<Integer> rates = new ArrayList<>();

  @Option(names = "--for", description = "each rate (${DEFAULT-VALUE})", defaultValue = "15s")
  private Duration lasts = Duration.ofSeconds(15);

  @Option(names = "--silent", description = "who never read (${DEFAULT-VALUE})", defaultValue = "5")
  private int silent;

  @Override
  public Integer call() {
    PrintWriter out = commandSpec().commandLine().getOut();
    StreamSettings settings = settings();
    Path folder = Repository.root().resolve("target").resolve("bench-stream");
    out.printf(
        "Starting %d instance(s) of seat-service and what they need, in %s%n",
        settings.instances(), folder);
    out.flush();
    String report =
        new MeasureStream(
                settings,
                folder,
                line -> {
                  out.println(line);
                  out.flush();
                })
            .run()
            .text();
    out.println();
    out.println(report);
    out.flush();
    return 0;
  }

  private StreamSettings settings() {
    try {
      return new StreamSettings(subscribers, socketsPerProcess(), rates, lasts, silent);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(commandSpec().commandLine(), e.getMessage(), e);
    }
  }

  private static int socketsPerProcess() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
        ? (int) Math.min(unix.getMaxFileDescriptorCount() - FILES_KEPT, 50_000)
        : FILES_KEPT;
  }

  private CommandSpec commandSpec() {
    if (spec == null) {
      throw new IllegalStateException("not called by the command line");
    }
    return spec;
  }
}
