package dev.boxoffice.queue.waitingroom;

import dev.boxoffice.queue.admission.Pace;
import java.util.Collections;
import java.util.List;

/**
 * How far a line is at one moment: enough to work out everybody's place without asking for each.
 *
 * @param nowServing the last number that was let in
 * @param leavers the numbers beyond it that were given up, in order
 */
record Progress(long nowServing, List<Long> leavers, Pace pace) {
  Progress {
    leavers = List.copyOf(leavers);
  }

  /** Whether the number is neither let in nor given up. */
  boolean waits(long number) {
    return number > nowServing && Collections.binarySearch(leavers, number) < 0;
  }

  /** How many are before a number that waits. */
  long ahead(long number) {
    int leaversBefore = -Collections.binarySearch(leavers, number) - 1;
    return number - 1 - nowServing - leaversBefore;
  }
}
