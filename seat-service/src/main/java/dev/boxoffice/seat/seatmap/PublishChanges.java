package dev.boxoffice.seat.seatmap;

import dev.boxoffice.defaults.problem.UnavailableException;
import dev.boxoffice.seat.allocation.hold.SeatsChanged;
import dev.boxoffice.seat.sale.ShowId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Has this instance's changes framed soon after their commit: the first at once, those that follow
 * together, a few times a second, or less often where many watch. It may lose some: whoever watches
 * a show finds them in Postgres.
 */
@Component
class PublishChanges {
  private static final Logger log = LoggerFactory.getLogger(PublishChanges.class);

  private final FrameSequence sequence;
  private final Executor now = Executors.newVirtualThreadPerTaskExecutor();
  private final Duration frameEvery;
  private final AtomicBoolean warned = new AtomicBoolean();

  /** Each show's last change a seat; a show stays as long as its next frame is paced. */
  private final ConcurrentMap<ShowId, Map<Integer, SeatChange>> waiting = new ConcurrentHashMap<>();

  PublishChanges(FrameSequence sequence, SeatMapSettings settings) {
    this.sequence = sequence;
    this.frameEvery = settings.frameEvery();
  }

  @EventListener
  void publish(SeatsChanged changed) {
    var _ =
        waiting.compute(
            changed.showId(),
            (showId, seats) -> {
              if (seats == null) {
                now.execute(() -> publishWaiting(showId, false));
              }
              Map<Integer, SeatChange> merged = seats == null ? new HashMap<>() : seats;
              changed.seats().forEach(seat -> add(seat, merged));
              return merged;
            });
  }

  private static void add(SeatsChanged.Change seat, Map<Integer, SeatChange> merged) {
    // A seat's id is its show's base and, in the low 32 bits, its index.
    int seatIndex = (int) seat.seatId().value().getLeastSignificantBits();
    var _ =
        merged.merge(
            seatIndex,
            new SeatChange(seatIndex, seat.status(), seat.version()),
            (one, other) -> one.version() > other.version() ? one : other);
  }

  /**
   * Publishes what waits, then looks again after a pause.
   *
   * @param owed whether changes from here wait in Redis for a frame to be due
   */
  private void publishWaiting(ShowId showId, boolean owed) {
    List<SeatChange> changes = take(showId, owed);
    if (changes.isEmpty() && !owed) {
      return;
    }
    Duration wait = Duration.ZERO;
    try {
      wait = sequence.publish(showId, changes).dueIn();
      warned.set(false);
    } catch (UnavailableException e) {
      if (!warned.getAndSet(true)) {
        log.warn("Changes of seats are not published: {}", e.getMessage());
      }
    } finally {
      boolean stillOwed = wait.isPositive();
      Duration pause = stillOwed ? wait : frameEvery;
      CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS, now)
          .execute(() -> publishWaiting(showId, stillOwed));
    }
  }

  /**
   * What waits here; a show for which nothing does, and for which nothing is owed, is forgotten.
   */
  private List<SeatChange> take(ShowId showId, boolean owed) {
    List<SeatChange> taken = new ArrayList<>();
    var _ =
        waiting.computeIfPresent(
            showId,
            (_, seats) -> {
              taken.addAll(seats.values());
              return seats.isEmpty() && !owed ? null : new HashMap<>();
            });
    return taken;
  }
}
