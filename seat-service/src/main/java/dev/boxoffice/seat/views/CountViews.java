package dev.boxoffice.seat.views;

import dev.boxoffice.seat.sale.ShowId;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Counts who looks at this instance, and adds that to the common count now and then. */
@Component
class CountViews {
  /** As many shows and minutes as are kept while Redis is away; more are not counted. */
  private static final int MINUTES_MAX = 20_000;

  private final ViewCounters common;
  private final Clock clock;
  private final ConcurrentMap<ViewedMinute, Long> counted = new ConcurrentHashMap<>();

  CountViews(ViewCounters common, Clock clock) {
    this.common = common;
    this.clock = clock;
  }

  /** Counts one view, in memory. */
  void count(ShowId showId) {
    ViewedMinute minute = ViewedMinute.of(showId, clock.instant());
    if (counted.size() < MINUTES_MAX || counted.containsKey(minute)) {
      var _ = counted.merge(minute, 1L, Long::sum);
    }
  }

  /** What Redis does not take is tried again the next time. */
  @EventListener(ContextClosedEvent.class)
  @Scheduled(fixedDelayString = "${boxoffice.views.add-every:PT5S}")
  void addUp() {
    for (ViewedMinute minute : List.copyOf(counted.keySet())) {
      Long views = counted.remove(minute);
      if (views != null && !common.add(minute, views)) {
        var _ = counted.merge(minute, views, Long::sum);
      }
    }
  }
}
