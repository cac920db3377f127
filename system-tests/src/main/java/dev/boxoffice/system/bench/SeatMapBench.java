package dev.boxoffice.system.bench;

import dev.boxoffice.system.seatmap.MapReport;
import dev.boxoffice.system.seatmap.MapSettings;
import dev.boxoffice.system.seatmap.MeasureMaps;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Reads of seat maps beside nginx, in one run. */
@Command(
    name = "seatmap",
    description = {
      "Measures reads of seat maps (the whole map, 304, sections, availability) from seat-service",
      "and through the gateway, beside nginx with the same bytes as files and as a proxy of those.",
      "Needs nginx and wrk on the PATH (Debian: nginx-light, wrk). About 10 minutes, with --quick",
      "about 2; let the machine do nothing else meanwhile."
    })
final class SeatMapBench extends BenchCommand {
  private static final Duration WARM_UP = Duration.ofSeconds(5);
  private static final Duration QUICK = Duration.ofSeconds(1);

  @Option(names = "--for", description = "each measurement (${DEFAULT-VALUE})", defaultValue = "8s")
  private Duration lasts = Duration.ofSeconds(8);

  @Option(names = "--quick", description = "1 s each, hardly warm")
  private boolean quick;

  @Option(
      names = "--seats",
      split = ",",
      description = "of a show, one size after the other (${DEFAULT-VALUE})",
      defaultValue = "1000,16000,50000")
  private List<Integer> seats = new ArrayList<>();

  @Option(names = "--connections", description = "at once (${DEFAULT-VALUE})", defaultValue = "64")
  private int connections;

  @Override
  public Integer call() {
    MapSettings settings =
        settings(
            () ->
                new MapSettings(
                    quick ? QUICK : lasts, quick ? QUICK : WARM_UP, seats, connections));
    say("Starting the services that make and show a show, in " + folder());
    MapReport report = new MeasureMaps(settings, folder(), this::say).run();
    say("");
    say(report.text());
    return 0;
  }
}
