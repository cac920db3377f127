package dev.boxoffice.system.race.checker;

import dev.boxoffice.system.race.history.History;
import dev.boxoffice.system.race.history.Operation;
import dev.boxoffice.system.race.history.Told;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * I11. Requests of one buyer under one key were told the same, as far as they were told anything
 * that lasts.
 */
final class SameAnswers implements Check {
  private static final int ACCEPTED = 202;

  private record Key(String buyer, String key) {}

  private record Answer(int status, String body) {}

  @Override
  public Stream<Violation> violations(History history) {
    Map<Key, List<Operation>> byKey =
        history.operations().stream()
            .filter(operation -> operation.command().key() != null && lasts(operation.told()))
            .collect(
                Collectors.groupingBy(
                    operation ->
                        new Key(operation.buyer(), String.valueOf(operation.command().key()))));
    return byKey.values().stream()
        .filter(same -> same.stream().map(SameAnswers::answer).distinct().count() > 1)
        .map(same -> new Violation(Invariant.I11, "one key was answered in several ways: " + same));
  }

  /** Not so when no answer came, or one that asks to come back. */
  private static boolean lasts(Told told) {
    return switch (told.verdict()) {
      case OK, FAIL -> true;
      case INFO -> told.status() == ACCEPTED;
    };
  }

  private static Answer answer(Operation operation) {
    return new Answer(operation.told().status(), operation.told().body());
  }
}
