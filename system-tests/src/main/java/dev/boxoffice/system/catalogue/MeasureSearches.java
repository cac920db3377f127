package dev.boxoffice.system.catalogue;

import dev.boxoffice.local.launcher.LocalSystem;
import dev.boxoffice.local.launcher.PortPlan;
import dev.boxoffice.local.launcher.Program;
import dev.boxoffice.local.launcher.StateDir;
import dev.boxoffice.local.stack.LocalProcess;
import dev.boxoffice.local.stack.Ports;
import dev.boxoffice.local.stack.StackException;
import dev.boxoffice.system.client.NoLimits;
import dev.boxoffice.system.client.TestClasses;
import dev.boxoffice.system.hold.SteadyHolds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Starts a system, fills its catalogue, starts event-service and Postgres anew, and searches. */
public final class MeasureSearches {
  private static final String MAIN = "dev.boxoffice.event.search.SearchBench";
  private static final List<String> CLASSES =
      List.of(
          "dev/boxoffice/event/search/SearchBench",
          "dev/boxoffice/event/search/GeneratedCatalogue",
          "catalogue/generate.sql");

  /** As long as {@code SearchBench} searches, cold and for a warm-up, until it measures warm. */
  private static final Duration BEFORE_WARM = Duration.ofSeconds(70);

  private static final Duration LOOK_EVERY = Duration.ofMillis(500);

  private final SearchSettings settings;
  private final Path folder;
  private final Consumer<String> progress;

  /**
   * A bench.
   *
   * @param folder for the system's state, without that of an earlier one; its logs stay
   * @param progress is told each line of the report
   */
  public MeasureSearches(SearchSettings settings, Path folder, Consumer<String> progress) {
    this.settings = settings;
    this.folder = folder;
    this.progress = progress;
  }

  public void run() {
    StateDir state = StateDir.emptied(folder);
    Set<Program> leftOut =
        Set.of(
            Program.S3,
            Program.PAYMENTS,
            Program.BOOKING,
            Program.QUEUE,
            Program.TICKET,
            Program.GATEWAY);
    try (LocalSystem system =
        LocalSystem.startWithout(leftOut, state, PortPlan.free(), NoLimits.ofLongHolds())) {
      Path classes = TestClasses.copied("event-service", CLASSES, folder.resolve("bench-classes"));
      await(beside(system, "generate", classes, List.of("generate", number(settings.events()))));
      system.restart(Program.POSTGRES);
      system.restart(Program.SEAT);
      system.restart(Program.EVENT);
      if (settings.holdsPerSecond() == 0) {
        await(measure(system, classes));
        return;
      }
      Duration lasts = settings.lasts().plus(BEFORE_WARM);
      SteadyHolds sale =
          SteadyHolds.begin(system, folder, settings.holdsPerSecond(), lasts, settings.seed());
      try {
        await(measure(system, classes));
      } finally {
        // Beside searches that failed it says the more.
        progress.accept(sale.end());
      }
    }
  }

  private LocalProcess measure(LocalSystem system, Path classes) {
    return beside(
        system,
        "measure",
        classes,
        List.of(
            "measure",
            "127.0.0.1:" + system.ports().of(Program.EVENT),
            number(settings.perSecond()),
            Long.toString(settings.lasts().toSeconds()),
            Long.toString(settings.seed())));
  }

  private static String number(int number) {
    return Integer.toString(number);
  }

  private static LocalProcess beside(
      LocalSystem system, String name, Path classes, List<String> arguments) {
    return system.startBeside(Program.EVENT, name, Ports.free(), classes, MAIN, arguments);
  }

  /** Tells its lines as they come. */
  private void await(LocalProcess process) {
    boolean ended = false;
    long told = 0;
    while (!ended) {
      ended = process.endsWithin(LOOK_EVERY);
      List<String> lines = lines(process.log());
      lines.stream().skip(told).forEach(progress);
      told = lines.size();
    }
    if (!process.succeeded()) {
      throw new StackException("the bench did not end well; see " + process.log());
    }
  }

  /** Whole lines: a last one without an end is still being written. */
  private static List<String> lines(Path log) {
    try {
      String text = Files.exists(log) ? Files.readString(log) : "";
      return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
