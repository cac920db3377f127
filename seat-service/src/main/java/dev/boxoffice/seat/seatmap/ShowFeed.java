package dev.boxoffice.seat.seatmap;

import dev.boxoffice.defaults.problem.UnavailableException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one instance's knowledge of a show's seats up to date. Reading the map and healing the
 * stream are one thing, {@link #current}: it compares what Postgres says with what frames have
 * said, and has the difference framed.
 */
final class ShowFeed {
  private static final Logger log = LoggerFactory.getLogger(ShowFeed.class);

  /** Each try is answered by a sequence, or by one that this or another instance has just begun. */
  private static final int TRIES_MAX = 4;

  private final SeatPlan plan;
  private final ShowStream stream;
  private final FrameSequence sequence;
  private final SeatMapLedger ledger;
  private final SeatMapSettings settings;
  private final Clock clock;

  /** Held while asking Redis what was missed: one thread at a time. */
  private final ReentrantLock catchingUp = new ReentrantLock();

  private final AtomicReference<@Nullable CompletableFuture<MapSnapshot>> refreshing =
      new AtomicReference<>();
  private volatile @Nullable MapSnapshot latest;
  private volatile Instant freshUntil = Instant.MIN;
  private volatile @Nullable Instant withoutSequenceSince;

  ShowFeed(
      SeatPlan plan,
      FrameSequence sequence,
      SeatMapLedger ledger,
      SeatMapSettings settings,
      Clock clock) {
    this.plan = plan;
    this.stream = new ShowStream(plan, settings.framesKept());
    this.sequence = sequence;
    this.ledger = ledger;
    this.settings = settings;
    this.clock = clock;
  }

  SeatPlan plan() {
    return plan;
  }

  ShowStream stream() {
    return stream;
  }

  /** A picture at most as old as allowed; whoever asks while one is being made gets that one. */
  MapSnapshot current() {
    MapSnapshot known = latest;
    if (known != null && clock.instant().isBefore(freshUntil)) {
      return known;
    }
    CompletableFuture<MapSnapshot> mine = new CompletableFuture<>();
    CompletableFuture<MapSnapshot> running = refreshing.compareAndExchange(null, mine);
    if (running != null) {
      return await(running);
    }
    try {
      var _ = mine.complete(refresh());
    } catch (RuntimeException | Error e) {
      var _ = mine.completeExceptionally(e);
    } finally {
      refreshing.set(null);
    }
    return await(mine);
  }

  /** Whether a new picture is due and nobody is making one. */
  boolean isDue() {
    return refreshing.get() == null && !clock.instant().isBefore(freshUntil);
  }

  /** Takes a frame as it came from Redis, and what is missing before it. */
  void receive(Frame frame) {
    if (stream.apply(frame) == PublishedSeats.Step.GAP) {
      var _ = reachSequence();
    }
  }

  /**
   * Makes sure that a stream from this number on can be joined here.
   *
   * @throws UnavailableException if there is no stream to join
   */
  void reach(@Nullable Long since) {
    if (!stream.known()
        || !stream.isWatched()
        || withoutSequenceSince != null
        || (since != null && since > stream.position().seq())) {
      catchUp();
    }
  }

  private MapSnapshot refresh() {
    Instant started = clock.instant();
    boolean inSequence = reachSequence();
    StoredSeats stored = ledger.stored(plan.showId(), plan.seats());
    if (inSequence) {
      publish(stream.newerIn(stored.states()));
    } else if (isDetached()) {
      stream.detach(stored.states(), clock.instant());
    }
    MapSnapshot snapshot = stream.snapshot(stored);
    MapSnapshot known = latest;
    if (known != null && known.sameAs(snapshot)) {
      snapshot = known;
    }
    latest = snapshot;
    freshUntil = started.plus(settings.freshFor());
    return snapshot;
  }

  /** Frames what no frame has told. What is not framed now is found again by the next refresh. */
  private void publish(List<SeatChange> changes) {
    if (changes.isEmpty()) {
      return;
    }
    try {
      for (Frame frame : sequence.publish(plan.showId(), changes).frames()) {
        receive(frame);
      }
    } catch (UnavailableException e) {
      lostSequence(e);
    }
  }

  /** Whether Redis has been away for too long, or before anything was known, to wait for it. */
  private boolean isDetached() {
    Instant since = withoutSequenceSince;
    return !stream.known()
        || (since != null && since.plus(settings.outageGrace()).isBefore(clock.instant()));
  }

  private boolean reachSequence() {
    try {
      catchUp();
      return true;
    } catch (UnavailableException e) {
      lostSequence(e);
      return false;
    }
  }

  private void lostSequence(UnavailableException e) {
    if (withoutSequenceSince == null) {
      withoutSequenceSince = clock.instant();
      log.warn("Show {} is without {}: its map comes from Postgres", plan.showId(), e.getMessage());
    }
  }

  private void catchUp() {
    catchingUp.lock();
    try {
      for (int tried = 0; tried < TRIES_MAX; tried++) {
        ShowStream.Position position = stream.position();
        if (caughtUp(
            sequence.read(
                plan.showId(),
                plan.seats(),
                position.seq(),
                position.link(),
                stream.watcherCount()))) {
          withoutSequenceSince = null;
          return;
        }
      }
    } finally {
      catchingUp.unlock();
    }
    throw new UnavailableException("a steady order of frames", null);
  }

  private boolean caughtUp(FrameSequence.Rest rest) {
    return switch (rest) {
      case FrameSequence.Rest.Nothing() -> true;
      case FrameSequence.Rest.Missed(List<Frame> frames) ->
          frames.stream().map(stream::apply).noneMatch(PublishedSeats.Step.GAP::equals);
      case FrameSequence.Rest.Replaced(FrameSequence.Whole whole) -> {
        stream.adopt(whole);
        yield true;
      }
      case FrameSequence.Rest.NoSequence(String token) -> {
        StoredSeats stored = ledger.stored(plan.showId(), plan.seats());
        sequence.seed(plan.showId(), token, stored.states());
        yield false;
      }
    };
  }

  private static MapSnapshot await(CompletableFuture<MapSnapshot> picture) {
    try {
      return picture.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }
}
