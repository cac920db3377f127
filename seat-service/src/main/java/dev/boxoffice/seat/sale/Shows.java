package dev.boxoffice.seat.sale;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The terms of every show, as they were at most a second ago. */
@Component
public class Shows {
  private static final Duration STALE_AFTER = Duration.ofSeconds(1);
  private static final int SHOWS_MAX = 10_000;

  private final LoadingCache<ShowId, Optional<ShowTerms>> terms;

  Shows(SaleLedger sales) {
    this.terms =
        Caffeine.newBuilder()
            .expireAfterWrite(STALE_AFTER)
            .maximumSize(SHOWS_MAX)
            .build(sales::terms);
  }

  public Optional<ShowTerms> find(ShowId showId) {
    return terms.get(showId);
  }
}
