package dev.boxoffice.system.bench;

import dev.boxoffice.system.crash.CrashReport;
import dev.boxoffice.system.crash.CrashRun;
import dev.boxoffice.system.crash.CrashSettings;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The end of booking-service at every point of a purchase, whatever the provider does. */
@Command(
    name = "crash",
    description = {
      "Halts booking-service in the middle of purchases and cancellations, starts it again, and",
      "checks what became of them: every named point, with a provider that answers, declines, does",
      "it but does not answer, or does neither, and whose events come first, late, twice or never.",
      "The order is drawn; a halt ends many cases, each at its own point."
    })
final class CrashBench extends BenchCommand {
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
    CrashSettings settings =
        settings(() -> new CrashSettings(orRandom(seed), lasts, all, atOnce, folder()));
    say("Seed %d; starting the services, in %s".formatted(settings.seed(), folder()));
    CrashReport report = new CrashRun(settings, Clock.systemUTC(), this::say).run();
    say(report.text());
    return report.isClean() ? 0 : 1;
  }
}
