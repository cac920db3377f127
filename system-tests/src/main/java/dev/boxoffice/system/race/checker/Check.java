package dev.boxoffice.system.race.checker;

import dev.boxoffice.system.race.history.History;
import java.util.stream.Stream;

/** One question to a history. */
interface Check {
  Stream<Violation> violations(History history);
}
