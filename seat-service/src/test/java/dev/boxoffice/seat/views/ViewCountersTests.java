package dev.boxoffice.seat.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.boxoffice.seat.Crowd;
import dev.boxoffice.seat.OwnRedis;
import dev.boxoffice.seat.guard.MovableClock;
import dev.boxoffice.seat.pricing.ShowViews.Views;
import dev.boxoffice.seat.redis.RedisBreaker;
import dev.boxoffice.seat.redis.RedisBreakers;
import dev.boxoffice.seat.sale.ShowId;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.RedisURI;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Instances wired by hand around one clock and a Redis of their own. */
class ViewCountersTests {
  private static final OwnRedis REDIS = OwnRedis.start();
  private static final LettuceConnectionFactory CONNECTIONS = connections();

  private final MovableClock clock = new MovableClock();
  private final StringRedisTemplate redis = new StringRedisTemplate(CONNECTIONS);
  private final ShowId show = new ShowId(UUID.randomUUID());
  private final Instance here = new Instance();
  private final Instance there = new Instance();

  private final class Instance {
    private final ViewCounters counters =
        new ViewCounters(
            redis, new RedisBreakers(new RedisBreaker("Redis", clock), CONNECTIONS, clock));
    private final CountViews counting = new CountViews(counters, clock);
    private final CountedViews counted = new CountedViews(counters, clock);

    void look(int times) {
      for (int n = 0; n < times; n++) {
        counting.count(show);
      }
    }

    void lookAndAdd(int times) {
      look(times);
      counting.addUp();
    }
  }

  @BeforeAll
  static void connect() {
    CONNECTIONS.afterPropertiesSet();
    CONNECTIONS.start();
  }

  @AfterAll
  static void disconnect() {
    CONNECTIONS.destroy();
  }

  @Test
  void nothingIsWrittenWhilePeopleLook() {
    int looking = 8;
    int each = 10_000;

    var _ =
        Crowd.of(
            looking,
            _ -> {
              here.look(each);
              return each;
            });

    assertThat(stored()).isEmpty();
    here.counting.addUp();
    assertThat(stored()).containsEntry("all", Integer.toString(looking * each));
    here.counting.addUp();
    assertThat(stored()).containsEntry("all", Integer.toString(looking * each));
  }

  @Test
  void whatIsSeenThroughTwoInstancesIsSummed() {
    here.lookAndAdd(40);
    there.lookAndAdd(20);
    here.lookAndAdd(3);

    assertThat(here.counted.of(show)).contains(new Views(63, 63));
    assertThat(there.counted.of(show)).contains(new Views(63, 63));
  }

  @Test
  void anHourGoesByMinuteAfterMinute() {
    here.lookAndAdd(600);
    clock.advance(Duration.ofMinutes(59));
    here.lookAndAdd(100);
    assertThat(here.counted.of(show)).contains(new Views(700, 700));

    clock.advance(Duration.ofMinutes(1));
    assertThat(here.counted.of(show)).contains(new Views(100, 700));

    clock.advance(Duration.ofMinutes(60));
    assertThat(here.counted.of(show)).contains(new Views(0, 350));
    here.lookAndAdd(50);
    assertThat(stored()).containsOnlyKeys("since", "all", Long.toString(minute()));
    assertThat(stored()).containsEntry("all", "750");
  }

  @Test
  void fewViewsSayNothing() {
    assertThat(here.counted.of(show)).isEmpty();
    here.lookAndAdd(29);
    assertThat(here.counted.of(show)).isEmpty();
    here.lookAndAdd(1);
    assertThat(here.counted.of(show)).isPresent();
  }

  @Test
  void withoutRedisCountsAreKeptAndTheLastIsTold() {
    here.lookAndAdd(40);
    assertThat(here.counted.of(show)).contains(new Views(40, 40));
    REDIS.kill();

    here.lookAndAdd(10);
    here.lookAndAdd(5);
    assertThat(here.counted.of(show)).contains(new Views(40, 40));
    assertThat(there.counted.of(show)).isEmpty();

    REDIS.startAgain();
    await()
        .untilAsserted(
            () -> {
              clock.advance(Duration.ofSeconds(2));
              here.counting.addUp();
              assertThat(here.counted.of(show)).contains(new Views(55, 55));
            });
  }

  @Test
  void aShowThatNobodyLooksAtIsForgotten() {
    here.lookAndAdd(40);

    assertThat(redis.getExpire("views:{" + show + "}")).isPositive();
  }

  private Map<Object, Object> stored() {
    return redis.opsForHash().entries("views:{" + show + "}");
  }

  private long minute() {
    return ViewedMinute.minute(clock.instant());
  }

  private static LettuceConnectionFactory connections() {
    return new LettuceConnectionFactory(
        LettuceConnectionFactory.createRedisConfiguration(RedisURI.create(REDIS.url())),
        LettuceClientConfiguration.builder()
            .commandTimeout(Duration.ofMillis(500))
            .clientOptions(
                ClientOptions.builder()
                    .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
                    .build())
            .build());
  }
}
