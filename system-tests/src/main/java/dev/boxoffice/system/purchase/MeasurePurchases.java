package dev.boxoffice.system.purchase;

import dev.boxoffice.system.client.Show;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** Starts a system, warms it up, and measures holds alone and then whole purchases. */
public final class MeasurePurchases {
  private static final Duration TICKETS_WITHIN = Duration.ofMinutes(5);
  private static final Duration LOOK_EVERY = Duration.ofMillis(50);

  private final PurchaseSettings settings;
  private final Path folder;
  private final Clock clock;
  private final Consumer<String> progress;

  public MeasurePurchases(
      PurchaseSettings settings, Path folder, Clock clock, Consumer<String> progress) {
    this.settings = settings;
    this.folder = folder;
    this.clock = clock;
    this.progress = progress;
  }

  public PurchaseReport run() {
    try (PurchaseSystem system = PurchaseSystem.start(folder, clock)) {
      progress.accept("Warming up for " + settings.warmUp().toSeconds() + " s");
      Sale.Run warm = sell(system, system.publish(settings.seats()), settings.warmUp(), true);
      progress.accept("Warm: %.0f purchases/s".formatted(warm.perSecond()));
      Sale.Run holds = sell(system, system.publish(settings.seats()), settings.lasts(), false);
      progress.accept("Holds alone: %.0f/s".formatted(holds.perSecond()));

      Show show = system.publish(settings.seats());
      Map<String, Duration> before = system.cpuTime();
      Sale.Run purchases = sell(system, show, settings.lasts(), true);
      int issuedAtOnce = system.tickets(show);
      Duration behind = awaitTickets(system, show, purchases);
      return new PurchaseReport(
          settings, holds, purchases, used(before, system.cpuTime()), issuedAtOnce, behind);
    }
  }

  private Sale.Run sell(PurchaseSystem system, Show show, Duration lasts, boolean confirm) {
    return system.sale(show, settings.seatsPerBooking()).run(settings.clients(), lasts, confirm);
  }

  private Duration awaitTickets(PurchaseSystem system, Show show, Sale.Run purchases) {
    long due =
        purchases.purchases().stream().filter(Sale.Purchase::succeeded).count()
            * settings.seatsPerBooking();
    Instant sold = clock.instant();
    while (system.tickets(show) < due) {
      if (clock.instant().isAfter(sold.plus(TICKETS_WITHIN))) {
        throw new IllegalStateException("tickets are missing after " + TICKETS_WITHIN);
      }
      LockSupport.parkNanos(LOOK_EVERY.toNanos());
    }
    return Duration.between(sold, clock.instant());
  }

  private static Map<String, Duration> used(
      Map<String, Duration> before, Map<String, Duration> after) {
    Map<String, Duration> used = new TreeMap<>();
    after.forEach(
        (name, time) -> used.put(name, time.minus(before.getOrDefault(name, Duration.ZERO))));
    return used;
  }
}
