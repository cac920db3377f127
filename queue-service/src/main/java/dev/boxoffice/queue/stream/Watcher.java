package dev.boxoffice.queue.stream;

import dev.boxoffice.queue.admission.UserId;
import dev.boxoffice.queue.waitingroom.Place;
import dev.boxoffice.queue.waitingroom.PlaceBody;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Somebody who waits and watches. Telling never blocks: of several places that a slow reader has
 * not taken yet only the last is sent. A thread exists only while there is something to write.
 */
final class Watcher {
  private static final Logger log = LoggerFactory.getLogger(Watcher.class);

  private final UserId userId;
  private final Sink sink;
  private final Frames frames;
  private final CompletableFuture<Void> ended = new CompletableFuture<>();
  private final ReentrantLock lock = new ReentrantLock();
  private volatile Place.@Nullable Waiting place;
  private String told = "";
  private @Nullable Place unsent;
  private Sink.@Nullable Ending ending;
  private boolean pingDue;
  private boolean writing;

  Watcher(UserId userId, Sink sink, Frames frames) {
    this.userId = userId;
    this.sink = sink;
    this.frames = frames;
  }

  UserId userId() {
    return userId;
  }

  /** Where they waited when they were last told; null if they did not. */
  Place.@Nullable Waiting place() {
    return place;
  }

  /** Tells a place, if it is not the one that was told last; the last of all ends the stream. */
  void tell(Place now) {
    lock.lock();
    try {
      if (ending != null) {
        return;
      }
      switch (now) {
        case Place.Waiting waiting -> place = waiting;
        case Place.Admitted _, Place.Expired _ -> ending = Sink.Ending.TOLD_ALL;
      }
      String tag = PlaceBody.of(now).etag();
      if (!tag.equals(told)) {
        told = tag;
        unsent = now;
        write();
      }
    } finally {
      lock.unlock();
    }
  }

  void ping() {
    lock.lock();
    try {
      pingDue = true;
      write();
    } finally {
      lock.unlock();
    }
  }

  void end(Sink.Ending why) {
    lock.lock();
    try {
      if (ending == null) {
        ending = why;
        write();
      }
    } finally {
      lock.unlock();
    }
  }

  /** The reader is gone, or the stream came to its end. */
  void gone() {
    lock.lock();
    try {
      unsent = null;
      ending = Sink.Ending.TOLD_ALL;
    } finally {
      lock.unlock();
    }
    var _ = ended.complete(null);
  }

  CompletableFuture<Void> ended() {
    return ended;
  }

  private void write() {
    if (!writing && !ended.isDone()) {
      writing = true;
      var _ = Thread.ofVirtual().name("queue-stream").start(this::writeAll);
    }
  }

  private void writeAll() {
    try {
      for (Step next = next(); next != null; next = next()) {
        next.take();
      }
    } catch (IOException | RuntimeException e) {
      // The reader went away while being written to, or read nothing for as long as a write takes.
      log.debug("A watcher of a queue is gone", e);
      sink.abort();
      gone();
    }
  }

  private @Nullable Step next() {
    lock.lock();
    try {
      if (ended.isDone()) {
        return done();
      }
      Place place = unsent;
      unsent = null;
      if (place != null) {
        return () -> sink.send(frames.of(place));
      }
      Sink.Ending why = ending;
      if (why != null) {
        return () -> {
          sink.close(why);
          gone();
        };
      }
      if (pingDue) {
        pingDue = false;
        return sink::ping;
      }
      return done();
    } finally {
      lock.unlock();
    }
  }

  private @Nullable Step done() {
    writing = false;
    return null;
  }

  private interface Step {
    void take() throws IOException;
  }
}
