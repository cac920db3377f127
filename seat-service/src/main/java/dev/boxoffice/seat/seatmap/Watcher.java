package dev.boxoffice.seat.seatmap;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One reader of a show's stream, with a bounded queue. Offering never waits: a reader who falls
 * behind by more than the queue is told to read the map anew and is let go, and costs nobody else
 * anything. Threads that all readers share write what can be written without waiting.
 */
final class Watcher {
  private static final Logger log = LoggerFactory.getLogger(Watcher.class);

  /** For writes that wait for nobody; so as many threads as there are processors do. */
  private static final Executor AT_ONCE =
      Executors.newFixedThreadPool(
          Runtime.getRuntime().availableProcessors(),
          Thread.ofPlatform().name("seat-stream-", 1).daemon().factory());

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

  /** The reader gave a sign of life. */
  void heard(Instant now) {
    heardAt = now;
  }

  /** Whether it is this reader's turn, if everybody has one in so many turns. */
  boolean hasTurn(long turn, int turns) {
    return Math.floorMod(turn - System.identityHashCode(this), turns) == 0;
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

  /** Whether nothing more is taken for this reader. */
  boolean isEnding() {
    lock.lock();
    try {
      return ending;
    } finally {
      lock.unlock();
    }
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
        AT_ONCE.execute(this::writeAtOnce);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Most readers' buffers have room; only for those who make it wait there is a thread each. */
  private void writeAtOnce() {
    try {
      for (Outgoing next = next(); next != null; next = next()) {
        if (!isSentAtOnce(next)) {
          var _ = Thread.ofVirtual().name("seat-stream").start(this::write);
          return;
        }
      }
    } catch (IOException | RuntimeException e) {
      lost(e);
    }
  }

  private boolean isSentAtOnce(Outgoing next) throws IOException {
    return switch (next) {
      case Outgoing.Message(StreamMessage message) ->
          switch (sink.sendAtOnce(message)) {
            case ALL -> true;
            case SOME -> false;
            case NONE -> {
              putBack(next);
              yield false;
            }
          };
      case Outgoing.Close _ -> {
        putBack(next);
        yield false;
      }
    };
  }

  private void putBack(Outgoing next) {
    lock.lock();
    try {
      waiting.addFirst(next);
    } finally {
      lock.unlock();
    }
  }

  private void write() {
    try {
      sink.finish();
      for (Outgoing next = next(); next != null; next = next()) {
        switch (next) {
          case Outgoing.Message(StreamMessage message) -> sink.send(message);
          case Outgoing.Close(Sink.Ending why) -> {
            sink.close(why);
            gone();
          }
        }
      }
    } catch (IOException | RuntimeException e) {
      lost(e);
    }
  }

  /**
   * The reader went away while being written to, or did not read for as long as a write may take.
   */
  private void lost(Exception e) {
    log.debug("A reader of a seat stream is gone", e);
    sink.abort();
    gone();
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
