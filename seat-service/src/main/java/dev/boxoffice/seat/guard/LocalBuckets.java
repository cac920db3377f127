package dev.boxoffice.seat.guard;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.boxoffice.seat.guard.GuardSettings.Rate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Buckets of this instance alone, for the time without Redis. As there, a bucket is one number: the
 * time at which it would be full again.
 */
@Component
class LocalBuckets {
  private final GuardSettings settings;
  private final Clock clock;
  private final Cache<String, Long> fullAtMicros;

  LocalBuckets(GuardSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
    this.fullAtMicros =
        Caffeine.newBuilder()
            .maximumSize(2L * settings.keysMax())
            .expireAfterAccess(
                Duration.of(
                        Math.max(settings.user().microsToFill(), settings.address().microsToFill()),
                        ChronoUnit.MICROS)
                    .plusSeconds(1))
            .build();
  }

  /** The user first: what that refuses costs others at the same address nothing. */
  VisitorOutcome check(Visitor visitor) {
    Quota refused = take("user " + visitor.userId(), settings.user());
    if (refused == null) {
      refused = take("address " + visitor.network(), settings.address());
    }
    return refused == null ? new VisitorOutcome.Passed() : new VisitorOutcome.RateLimited(refused);
  }

  /** Takes a token; if there is none, says when there will be. */
  private @Nullable Quota take(String key, Rate rate) {
    long now = ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
    AtomicReference<@Nullable Quota> refused = new AtomicReference<>();
    var _ =
        fullAtMicros
            .asMap()
            .compute(
                key,
                (_, fullAt) -> {
                  long lacking =
                      fullAt == null ? 0 : Math.clamp(fullAt - now, 0, rate.microsToFill());
                  long after = lacking + rate.microsPerToken();
                  if (after > rate.microsToFill()) {
                    refused.set(rate.quota(lacking));
                    return now + lacking;
                  }
                  return now + after;
                });
    return refused.get();
  }
}
