package dev.boxoffice.queue.stream;

import dev.boxoffice.queue.admission.ShowId;
import dev.boxoffice.queue.admission.UserId;
import dev.boxoffice.queue.waitingroom.LineView;
import dev.boxoffice.queue.waitingroom.LookUpPlace;
import dev.boxoffice.queue.waitingroom.Place;
import dev.boxoffice.queue.waitingroom.PlaceOutcome;
import dev.boxoffice.queue.waitingroom.WatchLine;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Everybody who watches a line at this instance. */
@Component
class Watchers implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(Watchers.class);
  private static final Duration GOODBYE_MAX = Duration.ofSeconds(2);

  private final WatchLine watchLine;
  private final LookUpPlace lookUpPlace;
  private final Frames frames;
  private final Map<ShowId, Set<Watcher>> watching = new ConcurrentHashMap<>();
  private final Set<ShowId> unseen = ConcurrentHashMap.newKeySet();
  private volatile boolean running;

  Watchers(WatchLine watchLine, LookUpPlace lookUpPlace, Frames frames) {
    this.watchLine = watchLine;
    this.lookUpPlace = lookUpPlace;
    this.frames = frames;
  }

  /** Tells somebody where they are now, and from then on what changes until nothing more can. */
  Watcher join(UserId userId, Place place, Sink sink) {
    Watcher watcher = new Watcher(userId, sink, frames);
    watching.compute(
        place.showId(),
        (_, present) -> {
          Set<Watcher> all = present == null ? ConcurrentHashMap.newKeySet() : present;
          all.add(watcher);
          return all;
        });
    var _ = watcher.ended().thenRun(() -> leave(place.showId(), watcher));
    watcher.tell(place);
    if (!running) {
      watcher.end(Sink.Ending.RESTARTING);
    }
    return watcher;
  }

  int count() {
    return watching.values().stream().mapToInt(Set::size).sum();
  }

  @Scheduled(fixedDelayString = "${boxoffice.queue-stream.look-every}")
  void look() {
    watching.forEach(
        (showId, watchers) -> {
          try {
            LineView line = watchLine.look(showId);
            watchers.forEach(watcher -> tell(showId, line, watcher));
            unseen.remove(showId);
          } catch (RuntimeException e) {
            if (unseen.add(showId)) {
              log.warn("The line of {} cannot be looked at; its watchers wait", showId, e);
            }
          }
        });
  }

  @Scheduled(fixedDelayString = "${boxoffice.queue-stream.ping-every}")
  void ping() {
    watching.values().forEach(watchers -> watchers.forEach(Watcher::ping));
  }

  private void tell(ShowId showId, LineView line, Watcher watcher) {
    Place.Waiting before = watcher.place();
    if (before == null) {
      return;
    }
    Place waiting = line.of(before).orElse(null);
    if (waiting != null) {
      watcher.tell(waiting);
      return;
    }
    switch (lookUpPlace.lookUp(showId, watcher.userId())) {
      case PlaceOutcome.Found(Place place) -> watcher.tell(place);
      case PlaceOutcome.NotInQueue _, PlaceOutcome.ShowNotFound _ ->
          watcher.end(Sink.Ending.NOT_IN_QUEUE);
    }
  }

  private void leave(ShowId showId, Watcher watcher) {
    watching.computeIfPresent(
        showId,
        (_, present) -> {
          present.remove(watcher);
          return present.isEmpty() ? null : present;
        });
  }

  @Override
  public void start() {
    running = true;
  }

  @Override
  public void stop() {
    running = false;
    List<Watcher> all = watching.values().stream().flatMap(Set::stream).toList();
    all.forEach(watcher -> watcher.end(Sink.Ending.RESTARTING));
    // Whoever has not taken the goodbye by then is cut off with the server.
    var _ =
        CompletableFuture.allOf(all.stream().map(Watcher::ended).toArray(CompletableFuture[]::new))
            .completeOnTimeout(null, GOODBYE_MAX.toMillis(), TimeUnit.MILLISECONDS)
            .join();
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
