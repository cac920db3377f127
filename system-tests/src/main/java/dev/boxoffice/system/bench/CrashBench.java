package dev.boxoffice.system.bench;

import dev.boxoffice.local.stack.Repository;
import dev.boxoffice.system.crash.CrashReport;
import dev.boxoffice.system.crash.CrashRun;
import dev.boxoffice.system.crash.CrashSettings;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The end of booking-service at every point of a purchase, whatever the provider does. */
@Command(
    name = "crash",
    description = {
      "Halts booking-service in the middle of purchases and cancellations, starts it again, and",
      "checks what became of them: every named point, with a provider that answers, declines, does",
      "it but does not answer, or does neither, and whose events come first, late, twice or never.",
      "The order is drawn; a halt ends many cases, each at its own point."
    })
final class CrashBench implements Callable<Integer> {
  private static final int SEEDS = 1_000_000;

  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--for", description = "how long (${DEFAULT-VALUE})", defaultValue = "10m")
  private Duration lasts = Duration.ofMinutes(10);

  @Option(names = "--all", description = "until there is no case left")
  private boolean all;

  @Option(names = "--seed", description = "of the order; a random one is printed")
  private @Nullable Long seed;

  @Option(
      names = "--at-once",
      description = "cases that one halt ends (${DEFAULT-VALUE})",
      defaultValue = "24")
  private int atOnce;

  @Override
  public Integer call() {
    if (spec == null) {
      throw new IllegalStateException("not called by the command line");
    }
    PrintWriter out = spec.commandLine().getOut();
    Path folder = Repository.root().resolve("target").resolve("bench-crash");
    CrashSettings settings;
    try {
      settings =
          new CrashSettings(
              seed == null ? new SecureRandom().nextInt(SEEDS) : seed, lasts, all, atOnce, folder);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
    say(out, "Seed %d; starting the services, in %s".formatted(settings.seed(), folder));
    CrashReport report = new CrashRun(settings, Clock.systemUTC(), line -> say(out, line)).run();
    say(out, report.text());
    return report.isClean() ? 0 : 1;
  }

  private static void say(PrintWriter out, String line) {
    out.println(line);
    out.flush();
  }
}
