package dev.boxoffice.seat.bench;

/** What clients were told, and how long that took. */
final class Tally {
  private final Latencies granted = new Latencies();
  private final Latencies refused = new Latencies();
  private long failed;

  void add(Answer answer, long elapsedNanos) {
    switch (answer) {
      case GRANTED -> granted.add(elapsedNanos);
      case REFUSED -> refused.add(elapsedNanos);
      case FAILED -> failed++;
    }
  }

  void addAll(Tally other) {
    granted.addAll(other.granted);
    refused.addAll(other.refused);
    failed += other.failed;
  }

  Latencies granted() {
    return granted;
  }

  Latencies refused() {
    return refused;
  }

  long failed() {
    return failed;
  }
}
