package dev.boxoffice.seat.seatmap;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One reader of a show's stream, with a bounded queue. Offering never waits: a reader who falls
 * behind by more than the queue is told to read the map anew and is let go, and costs nobody else
 * anything. A thread exists only while there is something to write.
 */
final class Watcher {
  private static final Logger log = LoggerFactory.getLogger(Watcher.class);

  private final Sink sink;
  private final int waitingMax;
  private final ReentrantLock lock = new ReentrantLock();
  private final ArrayDeque<Outgoing> waiting = new ArrayDeque<>();
  private final CompletableFuture<Void> ended = new CompletableFuture<>();
  private volatile Instant heardAt;
  private boolean writing;
  private boolean ending;

  Watcher(Sink sink, int waitingMax, Instant now) {
    this.sink = sink;
    this.waitingMax = waitingMax;
    this.heardAt = now;
  }

  private sealed interface Outgoing {
    record Message(StreamMessage message) implements Outgoing {}

    record Ping() implements Outgoing {}

    record Close(Sink.Ending ending) implements Outgoing {}
  }

  /**
   * What a reader is sent first. It is bounded by the log it comes from and may exceed the queue.
   */
  void begin(List<StreamMessage> messages) {
    enqueue(messages.stream().<Outgoing>map(Outgoing.Message::new).toList());
  }

  void offer(StreamMessage message) {
    lock.lock();
    try {
      if (!ending && waiting.size() >= waitingMax) {
        end(message.seq(), Sink.Ending.FELL_BEHIND);
        return;
      }
    } finally {
      lock.unlock();
    }
    enqueue(List.of(new Outgoing.Message(message)));
  }

  void ping() {
    enqueue(List.of(new Outgoing.Ping()));
  }

  /** The reader gave a sign of life. */
  void heard(Instant now) {
    heardAt = now;
  }

  boolean silentSince(Instant then) {
    return sink.answersPings() && heardAt.isBefore(then);
  }

  /** Ends the stream after what is waiting. */
  void close(Sink.Ending why) {
    lock.lock();
    try {
      enqueue(List.of(new Outgoing.Close(why)));
      ending = true;
    } finally {
      lock.unlock();
    }
  }

  /** Ends the stream before what is waiting: the reader has to read the map anew. */
  void end(long seq, Sink.Ending why) {
    lock.lock();
    try {
      if (!ending) {
        waiting.clear();
        enqueue(List.of(new Outgoing.Message(StreamMessage.resync(seq)), new Outgoing.Close(why)));
        ending = true;
      }
    } finally {
      lock.unlock();
    }
  }

  /** The reader is gone; nothing more is written. */
  void gone() {
    lock.lock();
    try {
      ending = true;
      waiting.clear();
    } finally {
      lock.unlock();
    }
    var _ = ended.complete(null);
  }

  /** Completes when the stream has ended. */
  CompletableFuture<Void> ended() {
    return ended;
  }

  private void enqueue(List<Outgoing> more) {
    lock.lock();
    try {
      if (ending) {
        return;
      }
      waiting.addAll(more);
      if (!writing) {
        writing = true;
        var _ = Thread.ofVirtual().name("seat-stream").start(this::write);
      }
    } finally {
      lock.unlock();
    }
  }

  private void write() {
    try {
      for (Outgoing next = next(); next != null; next = next()) {
        switch (next) {
          case Outgoing.Message(StreamMessage message) -> sink.send(message.text(sink.form()));
          case Outgoing.Ping() -> sink.ping();
          case Outgoing.Close(Sink.Ending why) -> {
            sink.close(why);
            gone();
          }
        }
      }
    } catch (IOException | RuntimeException e) {
      // The reader went away while being written to, or did not read for as long as a write may
      // take.
      log.debug("A reader of a seat stream is gone", e);
      sink.abort();
      gone();
    }
  }

  private @Nullable Outgoing next() {
    lock.lock();
    try {
      Outgoing next = waiting.pollFirst();
      writing = next != null;
      return next;
    } finally {
      lock.unlock();
    }
  }
}
