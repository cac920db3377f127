package dev.boxoffice.system.bench;

import dev.boxoffice.system.purchase.MeasurePurchases;
import dev.boxoffice.system.purchase.PurchaseSettings;
import java.time.Clock;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What a purchase costs. */
@Command(
    name = "confirm",
    description = {
      "Measures purchases, a hold and a confirm, through the gateway with the local payment",
      "provider while tickets are issued; beside holds alone in the same run.",
      "About 3 minutes; let the machine do nothing else meanwhile."
    })
final class PurchaseBench extends BenchCommand {
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
    PurchaseSettings settings =
        settings(() -> new PurchaseSettings(warmUp, lasts, clients, seatsPerBooking, seats));
    say("Starting everything but the waiting room, in " + folder());
    String text =
        new MeasurePurchases(settings, folder(), Clock.systemUTC(), this::say).run().text();
    say("");
    say(text);
    return 0;
  }
}
