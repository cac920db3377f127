package dev.boxoffice.seat.views;

import dev.boxoffice.seat.pricing.ShowViews;
import dev.boxoffice.seat.redis.RedisBreakers;
import dev.boxoffice.seat.redis.Scripts;
import dev.boxoffice.seat.sale.ShowId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;

/**
 * What all instances together have counted, in Redis: a hash a show, with the views of each minute
 * of the last hour, of all time, and the minute in which it was first looked at.
 */
@Component
class ViewCounters {
  private static final RedisScript<Long> ADD = Scripts.read("views/add.lua", Long.class);
  private static final String ALL = "all";
  private static final String SINCE = "since";
  private static final long HOUR_MINUTES = Duration.ofHours(1).toMinutes();

  /** A show that nobody has looked at for so long begins anew. */
  private static final Duration KEPT_FOR = Duration.ofDays(14);

  private final StringRedisTemplate redis;
  private final RedisBreakers breakers;

  ViewCounters(StringRedisTemplate redis, RedisBreakers breakers) {
    this.redis = redis;
    this.breakers = breakers;
  }

  /** Adds views to those of a minute; false if Redis is away. */
  boolean add(ViewedMinute minute, long views) {
    String key = key(minute.showId());
    return breakers.ask(
        key,
        () -> {
          var _ =
              redis.execute(
                  ADD,
                  List.of(key),
                  Long.toString(minute.minute()),
                  Long.toString(views),
                  Long.toString(HOUR_MINUTES),
                  Long.toString(KEPT_FOR.toSeconds()));
          return true;
        },
        false);
  }

  /** A show's views as of now. */
  Answer of(ShowId showId, Instant now) {
    String key = key(showId);
    return breakers.ask(
        key,
        () -> new Answer.Counted(views(redis.<String, String>opsForHash().entries(key), now)),
        new Answer.Away());
  }

  /**
   * The average is over an hour at least: while a show is new, it is looked at as much as it is on
   * average.
   */
  private static Optional<ShowViews.Views> views(Map<String, String> stored, Instant now) {
    String all = stored.get(ALL);
    String since = stored.get(SINCE);
    if (all == null || since == null) {
      return Optional.empty();
    }
    long thisMinute = ViewedMinute.minute(now);
    long lastHour = 0;
    for (Map.Entry<String, String> entry : stored.entrySet()) {
      if (!entry.getKey().equals(ALL)
          && !entry.getKey().equals(SINCE)
          && Long.parseLong(entry.getKey()) > thisMinute - HOUR_MINUTES) {
        lastHour += Long.parseLong(entry.getValue());
      }
    }
    long minutes = Math.max(HOUR_MINUTES, thisMinute - Long.parseLong(since));
    double averageAnHour = Long.parseLong(all) * (double) HOUR_MINUTES / minutes;
    return Optional.of(new ShowViews.Views(lastHour, averageAnHour));
  }

  private static String key(ShowId showId) {
    return "views:{" + showId + "}";
  }

  /** What came of asking. */
  sealed interface Answer {
    /** Redis said what was counted; empty if nobody has looked. */
    record Counted(Optional<ShowViews.Views> views) implements Answer {}

    /** Redis is away. */
    record Away() implements Answer {}
  }
}
