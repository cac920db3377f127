package dev.boxoffice.system.race;

import dev.boxoffice.system.client.Http;
import dev.boxoffice.system.client.Show;
import dev.boxoffice.system.race.checker.Violation;
import dev.boxoffice.system.race.history.Operation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;

/** One show sold to a crowd while things break, and looked at while it goes on and at its end. */
public final class Race {
  private static final int ROWS = 6;
  private static final int SEATS_PER_ROW = 12;

  private final Arena arena;
  private final Clock clock;
  private final Http http = new Http();

  public Race(Arena arena, Clock clock) {
    this.arena = arena;
    this.clock = clock;
  }

  /** Runs to the end, when nothing is under way and everything was checked. */
  public RaceResult run(RaceSettings settings) {
    Show show = arena.publishShow(http, clock).publish(ROWS, SEATS_PER_ROW);
    Path file = settings.logs().resolve("race-" + settings.seed() + ".jsonl");
    try (OperationLog log = new OperationLog(file, clock)) {
      Instant end = clock.instant().plus(settings.lasts());
      Inspection inspection = new Inspection(arena, http, show, clock);
      CompletableFuture<Map<FaultKind, Integer>> faults =
          settings.faults()
              ? CompletableFuture.supplyAsync(
                  () -> new Faults(arena, log, settings.seed(), clock).injectUntil(end),
                  Thread::startVirtualThread)
              : CompletableFuture.completedFuture(Map.of());
      BooleanSupplier onSale = () -> !faults.isDone() || clock.instant().isBefore(end);
      CompletableFuture<List<Violation>> looks =
          CompletableFuture.supplyAsync(
              () -> inspection.lookWhile(onSale), Thread::startVirtualThread);
      buy(settings, show, log, onSale);
      Map<FaultKind, Integer> injected = faults.join();
      List<Violation> violations = new ArrayList<>(looks.join());
      Instant healedAt = clock.instant();
      List<Operation> operations = log.operations();
      violations.addAll(inspection.atRest(operations));
      return new RaceResult(
          settings.seed(),
          operations,
          injected,
          inspection.looks(),
          Duration.between(healedAt, clock.instant()),
          violations,
          keptIf(!violations.isEmpty(), log));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void buy(RaceSettings settings, Show show, OperationLog log, BooleanSupplier onSale) {
    List<Callable<String>> buyers = new ArrayList<>();
    for (int i = 1; i <= settings.buyers(); i++) {
      String name = "racer-" + i;
      Client client = new Client(arena, http, log, show, name, arena.system().tokens().mint(name));
      Buyer buyer = new Buyer(client, show, settings.seed(), clock);
      buyers.add(
          () -> {
            buyer.buyWhile(onSale);
            return name;
          });
    }
    if (Crowd.together(buyers).size() != settings.buyers()) {
      throw new IllegalStateException("a buyer got lost");
    }
  }

  private static Path keptIf(boolean wanted, OperationLog log) throws IOException {
    log.close();
    if (!wanted) {
      Files.delete(log.file());
    }
    return log.file();
  }
}
