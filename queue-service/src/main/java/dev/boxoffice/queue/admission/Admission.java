package dev.boxoffice.queue.admission;

import java.time.Duration;
import java.time.Instant;

/** Leave to take seats of a show for a while. */
public record Admission(
    EntryId entryId, ShowId showId, UserId userId, Instant admittedAt, Instant expiresAt) {

  public boolean liveAt(Instant now) {
    return now.isBefore(expiresAt);
  }

  public Duration leftAt(Instant now) {
    Duration left = Duration.between(now, expiresAt);
    return left.isNegative() ? Duration.ZERO : left;
  }
}
