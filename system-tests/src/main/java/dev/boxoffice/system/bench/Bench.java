package dev.boxoffice.system.bench;

import java.time.Duration;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Runs a bench by its name; each starts a system of its own and ends it. */
@Command(
    name = "bench",
    description = "Runs something long against a system of its own.",
    subcommands = {
      RaceBench.class,
      HoldBench.class,
      StreamBench.class,
      SeatMapBench.class,
      CrashBench.class,
      PurchaseBench.class,
      CatalogueBench.class,
      CommandLine.HelpCommand.class
    })
public final class Bench {

  private Bench() {}

  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    return new CommandLine(new Bench())
        .registerConverter(Duration.class, Bench::duration)
        .setCaseInsensitiveEnumValuesAllowed(true);
  }

  /** {@code 90s}, {@code 30m}, {@code 1h} or ISO 8601. */
  static Duration duration(String text) {
    String upper = text.toUpperCase(Locale.ROOT);
    return Duration.parse(upper.startsWith("P") ? upper : "PT" + upper);
  }
}
