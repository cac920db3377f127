package dev.boxoffice.system.crash;

import dev.boxoffice.system.race.Arena;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** Halts with as many cases as fit in the time, in an order that a seed draws; each is checked. */
public final class CrashRun {

  /** Nobody's time is over before booking-service is back. */
  private static final Map<String, String> LONG_TIMES =
      Map.of(
          "BOXOFFICE_SEAT_HOLDFOR", "PT5M",
          "BOXOFFICE_SEAT_PAYFOR", "PT5M",
          "BOXOFFICE_PAYMENTS_LATEBY", "PT2S");

  /** booking-service takes a request that has no answer by then for dead, and its key is free. */
  private static final Duration KEYS_ARE_FREE_AFTER = Duration.ofSeconds(61);

  private final CrashSettings settings;
  private final Clock clock;
  private final Consumer<String> out;
  private final CrashReport report;
  private final List<CrashCase> order;
  private final Deque<Halted> toAskAgain = new ArrayDeque<>();

  public CrashRun(CrashSettings settings, Clock clock, Consumer<String> out) {
    this.settings = settings;
    this.clock = clock;
    this.out = out;
    this.order = new ArrayList<>(CrashCase.all());
    this.report = new CrashReport(order);
    Collections.shuffle(order, new Random(settings.seed()));
  }

  /** A sale after its halt, some of whose keys are still taken by requests that have died. */
  private record Halted(int number, CrashSale sale, Path log, Instant at) {}

  /** Runs to the end. */
  public CrashReport run() {
    try (Arena arena = Arena.start(settings.folder(), LONG_TIMES);
        HaltingBooking booking = HaltingBooking.in(arena)) {
      Instant end = clock.instant().plus(settings.lasts());
      for (int from = 0;
          from < order.size() && (settings.all() || clock.instant().isBefore(end));
          from += settings.atOnce()) {
        int to = Math.min(order.size(), from + settings.atOnce());
        halt(booking, from / settings.atOnce() + 1, order.subList(from, to));
        askAgain(false);
      }
      askAgain(true);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return report;
  }

  private void halt(HaltingBooking booking, int number, List<CrashCase> cases)
      throws SQLException, IOException {
    Path log = settings.folder().resolve("operations").resolve("halt-" + number + ".jsonl");
    CrashSale sale = new CrashSale(booking, cases.size(), log, true, clock);
    List<CrashCase> missed = sale.halt(cases);
    report.add(cases, missed);
    Instant startedAgainAt = clock.instant();
    List<String> found = sale.check();
    String toRest =
        "at rest after %.1f s"
            .formatted(Duration.between(startedAgainAt, clock.instant()).toMillis() / 1e3);
    tell(
        "halt %d: %d cases, %d missed, %s".formatted(number, cases.size(), missed.size(), toRest),
        found);
    toAskAgain.add(new Halted(number, sale, log, startedAgainAt));
  }

  /** Asks again those whose keys are free by now; or waits for all. */
  private void askAgain(boolean waits) throws SQLException, IOException {
    while (!toAskAgain.isEmpty()) {
      Halted halted = toAskAgain.getFirst();
      Duration left = Duration.between(clock.instant(), halted.at().plus(KEYS_ARE_FREE_AFTER));
      if (left.isPositive() && !waits) {
        return;
      }
      if (left.isPositive()) {
        LockSupport.parkNanos(left.toNanos());
      }
      try (CrashSale sale = toAskAgain.removeFirst().sale()) {
        List<String> found = sale.check();
        if (found.isEmpty()) {
          Files.deleteIfExists(halted.log());
        } else {
          tell("halt %d, a minute later".formatted(halted.number()), found);
        }
      }
    }
  }

  private void tell(String what, List<String> found) {
    report.addViolations(found.size());
    out.accept(what + (found.isEmpty() ? ": no violation" : ": " + found.size() + " VIOLATIONS"));
    found.forEach(violation -> out.accept("  " + violation));
  }
}
