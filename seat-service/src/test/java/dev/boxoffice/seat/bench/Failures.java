package dev.boxoffice.seat.bench;

import java.util.concurrent.atomic.AtomicInteger;

/** Tells of the first failures in the log; all are counted. */
final class Failures {
  private static final int TOLD_MAX = 10;
  private static final AtomicInteger TOLD = new AtomicInteger();

  private Failures() {}

  static Answer note(Exception failure) {
    return note(failure.toString());
  }

  static Answer note(String failure) {
    if (TOLD.getAndIncrement() < TOLD_MAX) {
      System.err.println("not granted and not refused: " + failure);
    }
    return Answer.FAILED;
  }
}
