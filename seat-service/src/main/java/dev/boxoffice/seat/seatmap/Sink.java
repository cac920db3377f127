package dev.boxoffice.seat.seatmap;

import dev.boxoffice.seat.seatmap.socket.Sent;
import java.io.IOException;

/** Where a watcher's messages leave the process: a socket, or a response that does not end. */
interface Sink {
  /** Sends as much of it as the reader's buffers take. */
  Sent sendAtOnce(StreamMessage message) throws IOException;

  /** Sends the rest of what was begun; blocks while the reader's buffers are full. */
  void finish() throws IOException;

  /** Blocks while the reader's buffers are full. */
  void send(StreamMessage message) throws IOException;

  /** Whether a reader that is there answers a ping; else a beacon that was taken is sign enough. */
  boolean answersPings();

  void close(Ending ending) throws IOException;

  /** Lets go at once, without a word to the reader. */
  void abort();

  /** Why a stream ends, with the code that a WebSocket closes with. */
  enum Ending {
    GOING_AWAY(1001, "no answer to pings"),
    RESTARTING(1012, "this instance restarts: come back"),
    FELL_BEHIND(1013, "too slow: read the map and come back"),
    NO_UPDATES(1013, "no live updates now: poll the map");

    private final int code;
    private final String reason;

    Ending(int code, String reason) {
      this.code = code;
      this.reason = reason;
    }

    int code() {
      return code;
    }

    String reason() {
      return reason;
    }
  }
}
