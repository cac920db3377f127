package dev.boxoffice.system.race.history;

import java.time.Instant;

/** One request of one client, from its sending to its end. */
public record Operation(
    long number, String buyer, Command command, Instant invokedAt, Instant endedAt, Told told) {

  public boolean isOk() {
    return told.verdict() == Told.Verdict.OK;
  }

  public boolean isFail() {
    return told.verdict() == Told.Verdict.FAIL;
  }
}
