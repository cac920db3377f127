package dev.boxoffice.system.stream;

/**
 * A frame as the sockets of one process saw it.
 *
 * @param sockets how many got it
 * @param lastMicros when the last of them had it, in microseconds of the epoch
 * @param changes as pairs of seat index and status code, as the frame has them
 */
record FrameSeen(long seq, int sockets, long lastMicros, int bytes, String changes) {

  /** As one line. */
  String line() {
    return seq + " " + sockets + " " + lastMicros + " " + bytes + " " + changes;
  }

  static FrameSeen parse(String line) {
    String[] parts = line.split(" ", -1);
    return new FrameSeen(
        Long.parseLong(parts[0]),
        Integer.parseInt(parts[1]),
        Long.parseLong(parts[2]),
        Integer.parseInt(parts[3]),
        parts[4]);
  }

  /** The same frame, seen by two processes. */
  FrameSeen with(FrameSeen other) {
    if (seq != other.seq || !changes.equals(other.changes)) {
      throw new IllegalStateException("frame " + seq + " is not the same for all: " + other);
    }
    return new FrameSeen(
        seq, sockets + other.sockets, Math.max(lastMicros, other.lastMicros), bytes, changes);
  }
}
