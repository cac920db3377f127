package dev.boxoffice.seat.guard;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Users whom this instance told to wait, until the wait is over. */
@Component
class ToldToWait {
  /** The common count is asked again after this time at the latest. */
  private static final Duration BELIEVED_FOR = Duration.ofSeconds(1);

  private final Clock clock;
  private final Cache<String, Told> users;

  ToldToWait(GuardSettings settings, Clock clock) {
    this.clock = clock;
    this.users =
        Caffeine.newBuilder()
            .maximumSize(settings.keysMax())
            .expireAfterWrite(BELIEVED_FOR)
            .build();
  }

  void tell(String userId, Quota quota) {
    users.put(userId, new Told(clock.instant(), quota));
  }

  /** What is left of the wait, or null if there is none. */
  @Nullable Quota find(String userId) {
    Told told = users.getIfPresent(userId);
    if (told == null) {
      return null;
    }
    Duration since = Duration.between(told.at(), clock.instant());
    Quota then = told.quota();
    return since.isNegative() || since.compareTo(then.untilNext()) >= 0
        ? null
        : new Quota(
            then.limit(),
            then.remaining(),
            then.untilFull().minus(since),
            then.untilNext().minus(since));
  }

  private record Told(Instant at, Quota quota) {}
}
