package dev.boxoffice.seat.views;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.boxoffice.seat.pricing.ShowViews;
import dev.boxoffice.seat.sale.ShowId;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells pricing what was counted; while Redis is away, what it said last. */
@Component
class CountedViews implements ShowViews {
  /** What was counted so long ago says nothing about the last hour. */
  private static final Duration KNOWN_FOR = Duration.ofHours(1);

  private static final int SHOWS_MAX = 20_000;

  /** With fewer views an hour, one person who looks again would move a price. */
  private static final int FEW = 30;

  private final ViewCounters counters;
  private final Clock clock;
  private final Cache<ShowId, Optional<Views>> known =
      Caffeine.newBuilder().maximumSize(SHOWS_MAX).expireAfterWrite(KNOWN_FOR).build();

  CountedViews(ViewCounters counters, Clock clock) {
    this.counters = counters;
    this.clock = clock;
  }

  @Override
  public Optional<Views> of(ShowId showId) {
    return switch (counters.of(showId, clock.instant())) {
      case ViewCounters.Answer.Counted(Optional<Views> counted) -> {
        Optional<Views> views = counted.filter(CountedViews::isEnough);
        known.put(showId, views);
        yield views;
      }
      case ViewCounters.Answer.Away() -> known.get(showId, _ -> Optional.empty());
    };
  }

  private static boolean isEnough(Views views) {
    return views.lastHour() >= FEW || views.averageAnHour() >= FEW;
  }
}
