package dev.boxoffice.seat.guard;

import dev.boxoffice.defaults.event.IncomingEvent;
import dev.boxoffice.seat.redis.RedisBreaker;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Notices who keeps letting holds expire. A hold counts once however often its event comes; without
 * Redis it does not count.
 */
@Component
class CountExpiredHolds {
  private static final Logger log = LoggerFactory.getLogger(CountExpiredHolds.class);

  private final GuardCounters counters;
  private final RedisBreaker breaker;
  private final GuardSettings settings;
  private final Clock clock;

  CountExpiredHolds(
      GuardCounters counters, RedisBreaker breaker, GuardSettings settings, Clock clock) {
    this.counters = counters;
    this.breaker = breaker;
    this.settings = settings;
    this.clock = clock;
  }

  void count(IncomingEvent event, Instant at) {
    if (!event.type().equals("seat.show.hold-ended")
        || at.isBefore(clock.instant().minus(settings.expiredHoldsWithin()))) {
      return;
    }
    HoldEnded ended = event.data(HoldEnded.class);
    if (ended.reason().equals("EXPIRED")
        && breaker.ask(
            () -> counters.countExpired(ended.userId(), ended.holdId().toString(), at), false)) {
      log.info("A user lets holds expire again and again, and has to cool down");
    }
  }

  record HoldEnded(UUID holdId, String userId, String reason) {}
}
