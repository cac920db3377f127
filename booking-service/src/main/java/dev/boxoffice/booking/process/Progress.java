package dev.boxoffice.booking.process;

import java.time.Duration;

/** How far a run of a process came. */
public sealed interface Progress {

  /** The process is at its end and has said so in its own transaction. */
  record Ended() implements Progress {}

  /** It waits for somebody else, and looks again after a while or when woken. */
  record Waiting(Duration lookAgainAfter) implements Progress {}

  /** Another run has overtaken this one, which leaves everything to it. */
  record Overtaken() implements Progress {}
}
