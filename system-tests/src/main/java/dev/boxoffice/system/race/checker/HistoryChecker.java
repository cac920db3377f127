package dev.boxoffice.system.race.checker;

import dev.boxoffice.system.race.history.History;
import java.util.List;
import java.util.stream.Stream;

/** Looks for what must not be in a history. */
public final class HistoryChecker {
  /** What holds at every moment at which the rows are read together. */
  private static final List<Check> ALWAYS =
      List.of(new OneOwner(), new WholeHolds(), new InTime(), new WithinLimit());

  /** What holds once nothing is under way any more; includes what the clients were told. */
  private static final List<Check> AT_REST =
      List.of(
          new OwnersAsTold(),
          new HoldsAsTold(),
          new SameAnswers(),
          new BookedAsConfirmed(),
          new MoneyAddsUp(),
          new CountsAsShown(),
          new OneTicketASeat());

  private HistoryChecker() {}

  public static List<Violation> whileRunning(History history) {
    return ask(ALWAYS.stream(), history);
  }

  public static List<Violation> atRest(History history) {
    return ask(Stream.concat(ALWAYS.stream(), AT_REST.stream()), history);
  }

  private static List<Violation> ask(Stream<Check> checks, History history) {
    return checks.flatMap(check -> check.violations(history)).toList();
  }
}
