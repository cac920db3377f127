package dev.boxoffice.system.fault;

import java.time.Duration;

/** What a {@link FaultProxy} does with the bytes that come by. */
public sealed interface Condition {
  /** Everything is passed on at once. */
  record Sound() implements Condition {}

  /** Everything is passed on, this much later in each direction. */
  record Slow(Duration by) implements Condition {
    public Slow {
      if (by.isNegative() || by.isZero()) {
        throw new IllegalArgumentException("slow by " + by);
      }
    }
  }

  /** Connections are taken and nothing is passed on; when it is over, what waited arrives late. */
  record BlackHole() implements Condition {}

  /**
   * Requests arrive and have their effect; their answers are lost. When it is over, connections
   * that lost something are cut, as the rest of their stream would make no sense.
   */
  record AnswersSwallowed() implements Condition {}
}
