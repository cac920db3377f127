package dev.boxoffice.event.search;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * How many events there are by some criteria, where they are many. Counting them takes longer than
 * finding the first, so who asks gets what was counted in the last minutes, by whoever asked before
 * or in the background.
 */
@Component
class Totals {
  /** More than these are many. */
  static final int FEW = 500;

  private static final int CRITERIA_MAX = 10_000;
  private static final Duration FRESH_FOR = Duration.ofMinutes(1);
  private static final Duration KEPT_FOR = Duration.ofMinutes(5);

  private final ListingLedger listings;
  private final Clock clock;
  private final LoadingCache<Counted, Long> many =
      Caffeine.newBuilder()
          .maximumSize(CRITERIA_MAX)
          .refreshAfterWrite(FRESH_FOR)
          .expireAfterWrite(KEPT_FOR)
          .build(this::count);

  Totals(ListingLedger listings, Clock clock) {
    this.listings = listings;
    this.clock = clock;
  }

  private record Counted(Criteria criteria, @Nullable TextQuery text) {}

  /** Whether they were many when they were last counted; then they need not be looked at again. */
  boolean areKnownToBeMany(Criteria criteria, @Nullable TextQuery text) {
    return many.asMap().containsKey(new Counted(criteria, text));
  }

  /** How many there are; where they are few, right now. */
  long of(Criteria criteria, ListingQuery query) {
    if (!areKnownToBeMany(criteria, null)) {
      long few = listings.count(query.countUpTo(FEW + 1));
      if (few <= FEW) {
        return few;
      }
    }
    return ofMany(criteria, null);
  }

  /** Of those that are many, how many. */
  long ofMany(Criteria criteria, @Nullable TextQuery text) {
    return many.get(new Counted(criteria, text));
  }

  private long count(Counted wanted) {
    return listings.count(
        new ListingQuery(wanted.criteria(), wanted.text(), clock.instant()).count());
  }
}
