package dev.boxoffice.gateway.edge;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A token bucket for each key, as one number: the time at which the bucket would be full again (the
 * generic cell rate algorithm). A key not seen for as long as that is a full bucket, and is
 * forgotten.
 */
final class TokenBuckets {
  private final EdgeSettings.Rate rate;
  private final Ticker ticker;
  private final long nanosPerToken;
  private final long nanosToFill;
  private final Cache<String, AtomicLong> fullAt;

  TokenBuckets(EdgeSettings.Rate rate, int keysMax, Ticker ticker) {
    this.rate = rate;
    this.ticker = ticker;
    this.nanosPerToken = TimeUnit.SECONDS.toNanos(1) / rate.perSecond();
    this.nanosToFill = nanosPerToken * rate.atOnce();
    this.fullAt =
        Caffeine.newBuilder()
            .maximumSize(keysMax)
            .expireAfterAccess(Duration.ofNanos(nanosToFill).plusSeconds(1))
            .ticker(ticker)
            .build();
  }

  Verdict take(String key) {
    long now = ticker.read();
    AtomicLong bucket = fullAt.get(key, _ -> new AtomicLong(now));
    while (true) {
      long known = bucket.get();
      long lacking = Math.max(known - now, 0);
      long after = lacking + nanosPerToken;
      if (after > nanosToFill) {
        return verdict(false, lacking, after - nanosToFill);
      }
      if (bucket.compareAndSet(known, now + after)) {
        return verdict(true, after, 0);
      }
    }
  }

  private Verdict verdict(boolean allowed, long lacking, long untilNext) {
    return new Verdict(
        allowed,
        rate.atOnce(),
        (nanosToFill - lacking) / nanosPerToken,
        Duration.ofNanos(lacking),
        Duration.ofNanos(untilNext));
  }

  /**
   * @param remaining calls left now
   * @param untilFull when all of them are there again
   * @param untilNext when a refused call would be allowed
   */
  record Verdict(
      boolean allowed, long limit, long remaining, Duration untilFull, Duration untilNext) {}
}
