package dev.boxoffice.system.race;

import dev.boxoffice.system.client.Http;
import dev.boxoffice.system.client.Show;
import dev.boxoffice.system.race.checker.HistoryChecker;
import dev.boxoffice.system.race.checker.Invariant;
import dev.boxoffice.system.race.checker.Violation;
import dev.boxoffice.system.race.history.History;
import dev.boxoffice.system.race.history.Operation;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import tools.jackson.databind.JsonNode;

/**
 * Looks at a show's history: again and again while it is sold, and once more when it is at rest.
 */
public final class Inspection {
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(3);
  private static final Duration RESTS_WITHIN = Duration.ofSeconds(90);

  /** What is shown may lag a little. */
  private static final Duration SHOWN_WITHIN = Duration.ofSeconds(15);

  private final Arena arena;
  private final Show show;
  private final Clock clock;
  private final ReadHistory readHistory;
  private final ReadShown readShown;
  private final ReadLedger readLedger;
  private final AtomicInteger looks = new AtomicInteger();

  public Inspection(Arena arena, Http http, Show show, Clock clock) {
    this.arena = arena;
    this.show = show;
    this.clock = clock;
    this.readHistory = new ReadHistory(arena.database());
    this.readShown = new ReadShown(arena, http);
    this.readLedger = new ReadLedger(arena, http);
  }

  /** How often the rows could be read and were checked. */
  int looks() {
    return looks.get();
  }

  /** What was ever wrong meanwhile. While Postgres is away there is nothing to look at. */
  List<Violation> lookWhile(BooleanSupplier onSale) {
    List<Violation> found = new ArrayList<>();
    while (onSale.getAsBoolean()) {
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
      try {
        found.addAll(HistoryChecker.whileRunning(readHistory.now(show)));
        looks.incrementAndGet();
      } catch (SQLException away) {
        // Postgres is what is broken just now; the next look sees what became of it.
      }
    }
    return found;
  }

  /** Waits until nothing is under way any more and says what is wrong then. */
  public List<Violation> atRest(List<Operation> operations) throws SQLException, IOException {
    Map<String, Long> underWay = new AwaitRest(arena.database(), clock).await(show, RESTS_WITHIN);
    Instant deadline = clock.instant().plus(SHOWN_WITHIN);
    while (true) {
      History history =
          readHistory.read(show, operations, readLedger.accounts(), readShown.counts(show));
      List<Violation> found = new ArrayList<>(HistoryChecker.atRest(history));
      if (!underWay.isEmpty()) {
        found.add(new Violation(Invariant.UNREST, "after " + RESTS_WITHIN + " still " + underWay));
      }
      for (int instance = 0; instance < Arena.INSTANCES; instance++) {
        readShown.violations(instance, show).forEach(v -> found.add(ofAudit(v)));
      }
      looks.incrementAndGet();
      if (found.isEmpty() || clock.instant().isAfter(deadline)) {
        return found;
      }
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
    }
  }

  private static Violation ofAudit(JsonNode violation) {
    return new Violation(
        Invariant.valueOf(violation.required("invariant").asString()),
        "by the show's own audit: " + violation);
  }
}
