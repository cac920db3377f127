package dev.boxoffice.seat.seatmap;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Changes of a show under one number, the same on every instance. Frames form a chain: each names
 * the link of the one before it, so two histories with the same numbers are never taken for one.
 */
record Frame(long seq, String previousLink, String link, Instant at, List<SeatChange> changes) {

  Frame {
    changes = List.copyOf(changes);
  }

  /** As the script in Redis writes it: {@code seq previousLink link millis index:state,...}. */
  static Frame parse(String text) {
    String[] parts = text.split(" ", -1);
    if (parts.length != 5) {
      throw new IllegalStateException("not a frame: " + text);
    }
    return new Frame(
        Long.parseLong(parts[0]),
        parts[1],
        parts[2],
        Instant.ofEpochMilli(Long.parseLong(parts[3])),
        Arrays.stream(parts[4].split(",", -1)).map(Frame::change).collect(Collectors.toList()));
  }

  private static SeatChange change(String text) {
    int colon = text.indexOf(':');
    return SeatStates.unpack(
        Integer.parseInt(text, 0, colon, 10), Integer.parseInt(text, colon + 1, text.length(), 10));
  }
}
