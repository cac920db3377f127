package dev.boxoffice.system.bench;

import com.sun.management.UnixOperatingSystemMXBean;
import dev.boxoffice.system.stream.MeasureStream;
import dev.boxoffice.system.stream.StreamSettings;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

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
final class StreamBench extends BenchCommand {
  /** Of a process' open files, those that are no subscriber's. */
  private static final int FILES_KEPT = 1_000;

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
    StreamSettings settings =
        settings(() -> new StreamSettings(subscribers, socketsPerProcess(), rates, lasts, silent));
    say(
        "Starting %d instance(s) of seat-service and what they need, in %s"
            .formatted(settings.instances(), folder()));
    String report = new MeasureStream(settings, folder(), this::say).run().text();
    say("");
    say(report);
    return 0;
  }

  private static int socketsPerProcess() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
        ? (int) Math.min(unix.getMaxFileDescriptorCount() - FILES_KEPT, 50_000)
        : FILES_KEPT;
  }
}
