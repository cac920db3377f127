package dev.boxoffice.queue.stream;

import java.io.IOException;

/** Where a watcher's frames leave the process: a socket, or a response that does not end. */
interface Sink {
  /** Blocks while the reader's buffers are full. */
  void send(String frame) throws IOException;

  void ping() throws IOException;

  void close(Ending ending) throws IOException;

  /** Lets go at once, without a word to the reader. */
  void abort();

  /** Why a stream ends, with the code that a WebSocket closes with. */
  enum Ending {
    TOLD_ALL(1000, "nothing more will change"),
    RESTARTING(1012, "this instance restarts: come back"),
    NO_TOKEN(4401, "the first frame is {\"token\": ...} with a valid token"),
    NOT_IN_QUEUE(4404, "not in this queue");

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
