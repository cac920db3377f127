package dev.boxoffice.seat.seatmap;

/**
 * How a stream's messages are written: on a socket or as Server-Sent Events, in words or in
 * numbers.
 */
enum StreamForm {
  SOCKET(false, false),
  SOCKET_COMPACT(false, true),
  EVENTS(true, false),
  EVENTS_COMPACT(true, true);

  static final int FORMS = 4;

  private final boolean events;
  private final boolean compact;

  StreamForm(boolean events, boolean compact) {
    this.events = events;
    this.compact = compact;
  }

  static StreamForm socket(boolean compact) {
    return compact ? SOCKET_COMPACT : SOCKET;
  }

  static StreamForm events(boolean compact) {
    return compact ? EVENTS_COMPACT : EVENTS;
  }

  /** Whether seats are given as pairs of seat index and status code. */
  boolean compact() {
    return compact;
  }

  /** A number of its own below {@link #FORMS}. */
  int place() {
    return (events ? 2 : 0) + (compact ? 1 : 0);
  }

  String wrap(long seq, String json) {
    return events ? "id:" + seq + "\ndata:" + json + "\n\n" : json;
  }
}
