package dev.boxoffice.seat.seatmap;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import dev.boxoffice.seat.sale.ShowId;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The shows that somebody reads or watches at this instance. */
@Component
class ShowFeeds {
  private static final Duration UNREAD_FOR = Duration.ofMinutes(5);

  private final SeatPlans plans;
  private final FrameSequence sequence;
  private final SeatMapLedger ledger;
  private final SeatMapSettings settings;
  private final Clock clock;
  private final Cache<ShowId, ShowFeed> feeds;

  ShowFeeds(
      SeatPlans plans,
      FrameSequence sequence,
      SeatMapLedger ledger,
      SeatMapSettings settings,
      Clock clock) {
    this.plans = plans;
    this.sequence = sequence;
    this.ledger = ledger;
    this.settings = settings;
    this.clock = clock;
    this.feeds =
        Caffeine.newBuilder()
            .maximumSize(settings.feedsMax())
            .expireAfterAccess(UNREAD_FOR)
            .removalListener(ShowFeeds::dropped)
            .build();
  }

  /** The show's feed, or null if there is no such show here. */
  @Nullable ShowFeed find(ShowId showId) {
    return feeds.asMap().computeIfAbsent(showId, this::open);
  }

  /** The feeds with watchers; being watched keeps a feed. */
  List<ShowFeed> watched() {
    return feeds.asMap().values().stream()
        .filter(feed -> feed.stream().isWatched())
        .map(feed -> find(feed.plan().showId()))
        .filter(feed -> feed != null)
        .toList();
  }

  private static void dropped(
      @Nullable ShowId showId, @Nullable ShowFeed feed, RemovalCause cause) {
    if (feed != null) {
      feed.stream().end(Sink.Ending.NO_UPDATES);
    }
  }

  private @Nullable ShowFeed open(ShowId showId) {
    SeatPlan plan = plans.find(showId);
    return plan == null ? null : new ShowFeed(plan, sequence, ledger, settings, clock);
  }
}
