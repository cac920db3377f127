package dev.boxoffice.seat.seatmap;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What frames have said of a show, and its watchers: one lock orders the frames and who was told
 * which. The lock is never held for I/O; a watcher's queue takes what its reader does not.
 */
final class ShowStream {
  private final SeatPlan plan;
  private final PublishedSeats published;
  private final ReentrantLock lock = new ReentrantLock();
  private final Set<Watcher> watchers = ConcurrentHashMap.newKeySet();

  ShowStream(SeatPlan plan, int framesKept) {
    this.plan = plan;
    this.published = new PublishedSeats(plan.seats(), framesKept);
  }

  /** Where in the sequence this copy is: the number, -1 before anything is known, and its link. */
  record Position(long seq, String link) {}

  Position position() {
    return locked(() -> new Position(published.seq(), published.link()));
  }

  boolean known() {
    return position().seq() >= 0;
  }

  PublishedSeats.Step apply(Frame frame) {
    return locked(
        () -> {
          PublishedSeats.Step step = published.apply(frame);
          if (step == PublishedSeats.Step.APPLIED) {
            offer(StreamMessage.update(plan.seatIds(), frame));
          }
          return step;
        });
  }

  /** Takes over what the sequence says where it cannot be reached frame by frame. */
  void adopt(FrameSequence.Whole whole) {
    locked(
        () -> {
          if (published.adopt(whole)) {
            offer(StreamMessage.resync(whole.seq()));
          }
        });
  }

  /** Goes on without a sequence, and so without watchers. */
  void detach(SeatStates stored, Instant now) {
    locked(() -> published.detach(stored, now));
    end(Sink.Ending.NO_UPDATES);
  }

  /** The changes that no frame has told. */
  List<SeatChange> newerIn(SeatStates stored) {
    return locked(() -> published.states().newerIn(stored));
  }

  /** A picture at the number reached, of what frames told and of what is stored beyond. */
  MapSnapshot snapshot(StoredSeats stored) {
    return locked(
        () ->
            new MapSnapshot(
                plan,
                published.seq(),
                published.at(),
                published.states().mergedWith(stored.states()),
                stored.prices()));
  }

  /** Begins a stream with what was missed since that number, or from now on. */
  void join(Watcher watcher, @Nullable Long since) {
    locked(
        () -> {
          watcher.begin(beginning(since));
          var _ = watchers.add(watcher);
        });
    var _ = watcher.ended().thenRun(() -> watchers.remove(watcher));
  }

  boolean isWatched() {
    return !watchers.isEmpty();
  }

  int watcherCount() {
    return watchers.size();
  }

  List<Watcher> watchers() {
    return List.copyOf(watchers);
  }

  /**
   * Tells those whose turn it is the number that all should have, asks those of them who have not
   * been heard for half the time that they may be silent, and lets go of who left that unanswered.
   */
  void beacon(Instant now, Duration idleFor, long turn, int turns) {
    locked(
        () -> {
          StreamMessage beacon = StreamMessage.beacon(published.seq());
          StreamMessage withPing = StreamMessage.beaconWithPing(published.seq());
          for (Watcher watcher : watchers) {
            if (watcher.hasTurn(turn, turns)) {
              if (watcher.silentSince(now.minus(idleFor))) {
                watcher.end(published.seq(), Sink.Ending.GOING_AWAY);
              } else if (watcher.silentSince(now.minus(idleFor.dividedBy(2)))) {
                watcher.offer(withPing);
              } else {
                watcher.offer(beacon);
              }
            }
          }
        });
  }

  /** Ends everybody's stream: what they have must be read anew. */
  void end(Sink.Ending why) {
    locked(() -> watchers.forEach(watcher -> watcher.end(published.seq(), why)));
  }

  private void offer(StreamMessage message) {
    watchers.forEach(watcher -> watcher.offer(message));
  }

  private List<StreamMessage> beginning(@Nullable Long since) {
    long seq = published.seq();
    List<StreamMessage> messages = new ArrayList<>();
    List<Frame> missed = since == null ? List.of() : published.since(since);
    if (missed == null) {
      messages.add(StreamMessage.hello(plan.showId(), seq));
      messages.add(StreamMessage.resync(seq));
    } else {
      messages.add(StreamMessage.hello(plan.showId(), seq - missed.size()));
      missed.forEach(frame -> messages.add(StreamMessage.update(plan.seatIds(), frame)));
    }
    return messages;
  }

  private <T> T locked(Supplier<T> action) {
    lock.lock();
    try {
      return action.get();
    } finally {
      lock.unlock();
    }
  }

  private void locked(Runnable action) {
    lock.lock();
    try {
      action.run();
    } finally {
      lock.unlock();
    }
  }
}
