package dev.boxoffice.seat.seatmap.socket;

import java.io.IOException;
import java.util.concurrent.ThreadFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writing whose end nobody waits for, on threads of its own: Tomcat's must not wait for readers.
 */
final class Apart {
  private static final Logger log = LoggerFactory.getLogger(Apart.class);

  private final ThreadFactory threads;
  private final Runnable lost;

  /**
   * For one connection.
   *
   * @param lost what is done when it cannot be written to
   */
  Apart(ThreadFactory threads, Runnable lost) {
    this.threads = threads;
    this.lost = lost;
  }

  /** What is written, waiting for the reader if need be. */
  interface Writing {
    void write() throws IOException;
  }

  void begin(String name, Writing work) {
    Thread thread = threads.newThread(() -> write(work));
    thread.setName(name);
    thread.start();
  }

  private void write(Writing work) {
    try {
      work.write();
    } catch (IOException | RuntimeException e) {
      log.debug("A socket could not be written to", e);
      lost.run();
    }
  }
}
