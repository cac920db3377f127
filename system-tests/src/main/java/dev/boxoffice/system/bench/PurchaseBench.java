package dev.boxoffice.system.bench;

import dev.boxoffice.local.stack.Repository;
import dev.boxoffice.system.purchase.MeasurePurchases;
import dev.boxoffice.system.purchase.PurchaseSettings;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What a purchase costs. */
@Command(
    name = "confirm",
    description = {
      "Measures purchases, a hold and a confirm, through the gateway with the local payment",
      "provider while tickets are issued; beside holds alone in the same run.",
      "About 3 minutes; let the machine do nothing else meanwhile."
    })
final class PurchaseBench implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--for", description = "(${DEFAULT-VALUE})", defaultValue = "40s")
  private Duration lasts = Duration.ofSeconds(40);

  @Option(names = "--warm-up", description = "(${DEFAULT-VALUE})", defaultValue = "40s")
  private Duration warmUp = Duration.ofSeconds(40);

  @Option(names = "--clients", description = "at once (${DEFAULT-VALUE})", defaultValue = "32")
  private int clients;

  @Option(names = "--seats-per-booking", description = "${DEFAULT-VALUE}", defaultValue = "2")
  private int seatsPerBooking;

  @Option(names = "--seats", description = "of a show (${DEFAULT-VALUE})", defaultValue = "30000")
  private int seats;

  @Override
  public Integer call() {
    if (spec == null) {
      throw new IllegalStateException("not called by the command line");
    }
    PrintWriter out = spec.commandLine().getOut();
    Path folder = Repository.root().resolve("target").resolve("bench-confirm");
    PurchaseSettings settings;
    try {
      settings = new PurchaseSettings(warmUp, lasts, clients, seatsPerBooking, seats);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
    say(out, "Starting everything but the waiting room, in " + folder);
    String text =
        new MeasurePurchases(settings, folder, Clock.systemUTC(), line -> say(out, line))
            .run()
            .text();
    say(out, "");
    say(out, text);
    return 0;
  }

  private static void say(PrintWriter out, String line) {
    out.println(line);
    out.flush();
  }
}
