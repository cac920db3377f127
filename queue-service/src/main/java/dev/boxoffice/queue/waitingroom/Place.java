package dev.boxoffice.queue.waitingroom;

import dev.boxoffice.queue.admission.EntryId;
import dev.boxoffice.queue.admission.ShowId;
import java.time.Duration;

/** What somebody in a line is told. */
public sealed interface Place {
  EntryId entryId();

  ShowId showId();

  long number();

  /** In the line, before or after the doors opened. */
  record Waiting(
      EntryId entryId,
      ShowId showId,
      long number,
      boolean doorsOpen,
      long ahead,
      Duration estimatedWait)
      implements Place {}

  /** Let in, with the token that proves it. */
  record Admitted(EntryId entryId, ShowId showId, long number, String token, Duration left)
      implements Place {}

  /** Was let in, and the time for it is over. */
  record Expired(EntryId entryId, ShowId showId, long number) implements Place {}
}
