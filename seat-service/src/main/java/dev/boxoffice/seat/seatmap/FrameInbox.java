package dev.boxoffice.seat.seatmap;

import java.util.ArrayDeque;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Frames on their way from Redis' thread, which must not wait, to a feed, in their order. What does
 * not fit is dropped: the feed sees the gap and asks for what it misses.
 */
final class FrameInbox {
  private static final int FRAMES_MAX = 1024;

  private final ShowFeed feed;
  private final ReentrantLock lock = new ReentrantLock();
  private final ArrayDeque<String> waiting = new ArrayDeque<>();
  private boolean draining;

  FrameInbox(ShowFeed feed) {
    this.feed = feed;
  }

  ShowFeed feed() {
    return feed;
  }

  void offer(String frame) {
    lock.lock();
    try {
      if (waiting.size() == FRAMES_MAX) {
        return;
      }
      waiting.addLast(frame);
      if (!draining) {
        draining = true;
        var _ = Thread.ofVirtual().name("seat-frames").start(this::drain);
      }
    } finally {
      lock.unlock();
    }
  }

  private void drain() {
    for (String next = next(); next != null; next = next()) {
      feed.receive(Frame.parse(next));
    }
  }

  private @Nullable String next() {
    lock.lock();
    try {
      String next = waiting.pollFirst();
      draining = next != null;
      return next;
    } finally {
      lock.unlock();
    }
  }
}
