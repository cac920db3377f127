package dev.boxoffice.seat.seatmap;

import dev.boxoffice.defaults.problem.UnavailableException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Keeps the watched shows going: their subscription, a look at Postgres once a second, the beacons;
 * and says goodbye to everybody before this process ends.
 */
@Component
class StreamRelay implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(StreamRelay.class);
  private static final Duration TICK = Duration.ofMillis(200);
  private static final Duration GOODBYE_MAX = Duration.ofSeconds(3);

  private final ShowFeeds feeds;
  private final FrameSubscription subscription;
  private final SeatMapSettings settings;
  private final Clock clock;
  private final Set<ShowFeed> unhealed = ConcurrentHashMap.newKeySet();
  private @Nullable ScheduledExecutorService timer;
  private long ticks;
  private volatile boolean running;

  StreamRelay(
      ShowFeeds feeds, FrameSubscription subscription, SeatMapSettings settings, Clock clock) {
    this.feeds = feeds;
    this.subscription = subscription;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Joins a watcher to a show's stream.
   *
   * @throws UnavailableException if there is no stream to join, or this process is about to end
   */
  void join(ShowFeed feed, Watcher watcher, @Nullable Long since) {
    subscription.add(feed);
    reach(feed, since);
    feed.stream().join(watcher, since);
    if (!running) {
      watcher.close(Sink.Ending.RESTARTING);
    }
  }

  /**
   * Makes sure that a stream can be joined.
   *
   * @throws UnavailableException if not
   */
  void reach(ShowFeed feed, @Nullable Long since) {
    if (!running) {
      throw new UnavailableException("an instance that restarts", null);
    }
    feed.reach(since);
  }

  @Override
  public void start() {
    running = true;
    timer =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("seat-relay").daemon().factory());
    var _ =
        timer.scheduleAtFixedRate(
            this::tick, TICK.toMillis(), TICK.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void stop() {
    running = false;
    if (timer != null) {
      var _ = timer.shutdownNow();
    }
    List<Watcher> watchers =
        feeds.watched().stream().flatMap(feed -> feed.stream().watchers().stream()).toList();
    watchers.forEach(watcher -> watcher.close(Sink.Ending.RESTARTING));
    CompletableFuture<?> all =
        CompletableFuture.allOf(
            watchers.stream().map(Watcher::ended).toArray(CompletableFuture[]::new));
    // Whoever has not taken the goodbye by then is cut off with the server.
    var _ = all.completeOnTimeout(null, GOODBYE_MAX.toMillis(), TimeUnit.MILLISECONDS).join();
    subscription.close();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private void tick() {
    try {
      List<ShowFeed> watched = feeds.watched();
      subscription.keep(watched);
      watched.stream().filter(ShowFeed::isDue).forEach(this::heal);
      // Each reader has a turn of its own: beacons to all at once would delay the frames.
      ticks++;
      int turns = (int) Math.max(1, settings.beaconEvery().dividedBy(TICK));
      Instant now = clock.instant();
      watched.forEach(feed -> feed.stream().beacon(now, settings.idleFor(), ticks, turns));
    } catch (RuntimeException e) {
      log.error("A tick of the seat streams failed", e);
    }
  }

  private void heal(ShowFeed feed) {
    var _ =
        Thread.ofVirtual()
            .name("seat-heal")
            .start(
                () -> {
                  try {
                    var _ = feed.current();
                    unhealed.remove(feed);
                  } catch (RuntimeException e) {
                    if (unhealed.add(feed)) {
                      log.warn("Show {} cannot be compared with Postgres", feed.plan().showId(), e);
                    }
                  }
                });
  }
}
