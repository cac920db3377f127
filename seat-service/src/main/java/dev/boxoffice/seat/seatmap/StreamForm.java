package dev.boxoffice.seat.seatmap;

import dev.boxoffice.seat.seatmap.socket.ServerFrame;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

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

  /** As it goes over the line; a socket can be made to say whether somebody is at its other end. */
  byte[] encode(String wrapped, boolean withPing) {
    if (events) {
      return wrapped.getBytes(StandardCharsets.UTF_8);
    }
    byte[] frame = ServerFrame.text(wrapped);
    if (!withPing) {
      return frame;
    }
    byte[] ping = ServerFrame.ping();
    return ByteBuffer.allocate(frame.length + ping.length).put(frame).put(ping).array();
  }
}
