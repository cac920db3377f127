package dev.boxoffice.seat.guard;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.springframework.stereotype.Component;

/**
 * The refusals that this instance gave a user and that are not in the common count yet. They get
 * there with the user's next question, and are forgotten if there is none soon.
 */
@Component
public class Refusals {
  private final Cache<String, Integer> given;

  Refusals(GuardSettings settings) {
    this.given =
        Caffeine.newBuilder()
            .maximumSize(settings.keysMax())
            .expireAfterWrite(settings.refusalsWithin())
            .build();
  }

  /** Notes that a user was refused. */
  public void note(String userId) {
    var _ = given.asMap().merge(userId, 1, Integer::sum);
  }

  /** The refusals noted since this was last asked. */
  int take(String userId) {
    Integer refusals = given.asMap().remove(userId);
    return refusals == null ? 0 : refusals;
  }
}
