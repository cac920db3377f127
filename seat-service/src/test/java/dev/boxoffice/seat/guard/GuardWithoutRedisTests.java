package dev.boxoffice.seat.guard;

import static dev.boxoffice.seat.guard.TestGuard.PLENTY;
import static dev.boxoffice.seat.guard.TestGuard.askingFrom;
import static dev.boxoffice.seat.guard.TestGuard.newUser;
import static dev.boxoffice.seat.guard.TestGuard.on;
import static dev.boxoffice.seat.guard.TestGuard.settings;
import static dev.boxoffice.seat.guard.TestGuard.visitor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.boxoffice.seat.guard.GuardSettings.Rate;
import dev.boxoffice.seat.guard.VisitorOutcome.ChallengeRequired;
import dev.boxoffice.seat.guard.VisitorOutcome.Passed;
import dev.boxoffice.seat.guard.VisitorOutcome.RateLimited;
import dev.boxoffice.seat.guard.VisitorOutcome.TooManyDevices;
import dev.boxoffice.seat.seatmap.CuttableWire;
import dev.boxoffice.testing.TestStack;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.RedisURI;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Redis goes, and comes back having forgotten everything: nobody is held up. */
class GuardWithoutRedisTests {
  private static final URI REDIS = TestStack.get().redisUrl();
  private static final CuttableWire WIRE = new CuttableWire(REDIS);
  private static final LettuceConnectionFactory CONNECTIONS = throughTheWire();

  private final StringRedisTemplate redis = new StringRedisTemplate(CONNECTIONS);
  private final Clock clock = Clock.systemUTC();

  @BeforeEach
  void mend() {
    WIRE.mend();
    await().ignoreExceptions().until(() -> redis.hasKey("any") != null);
  }

  @AfterAll
  static void stop() {
    CONNECTIONS.destroy();
  }

  @Test
  void countsByItselfMeanwhile() throws IOException {
    TestGuard guard = TestGuard.of(redis, settings(new Rate(5, 1), new Rate(8, 1), PLENTY), clock);
    String user = newUser();
    assertThat(guard.ask(visitor(user))).isEqualTo(new Passed());
    WIRE.cut();

    List<VisitorOutcome> outcomes =
        List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10).stream().map(_ -> guard.ask(visitor(user))).toList();

    assertThat(outcomes.subList(0, 5)).containsOnly(new Passed());
    assertThat(outcomes).anyMatch(RateLimited.class::isInstance);
    List<VisitorOutcome> others =
        List.of(1, 2, 3, 4, 5, 6, 7, 8).stream().map(_ -> guard.ask(visitor(newUser()))).toList();
    assertThat(others.getFirst()).isEqualTo(new Passed());
    assertThat(others.getLast()).isInstanceOf(RateLimited.class);
    assertThat(guard.ask(askingFrom(newUser(), "203.0.113.77"))).isEqualTo(new Passed());
  }

  @Test
  void asksForNoProofMeanwhileAndCountsAnewAfterwards() throws IOException {
    TestGuard guard = TestGuard.of(redis, settings(PLENTY, PLENTY, PLENTY), clock);
    String user = newUser();
    guard.refuse(user, 5);
    assertThat(guard.ask(on(user, "a"))).isInstanceOf(ChallengeRequired.class);
    assertThat(guard.ask(on(user, "b"))).isInstanceOf(ChallengeRequired.class);

    WIRE.cut();
    assertThat(guard.ask(on(user, "c"))).isEqualTo(new Passed());
    assertThat(guard.ask(on(user, "d"))).isEqualTo(new Passed());

    forgetEverything();
    WIRE.mend();
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                Boolean.TRUE.equals(guard.ask(on(user, "e")).equals(new Passed()))
                    && redis.hasKey("guard:{user:" + user + "}:devices"));
    assertThat(guard.ask(on(user, "f"))).isEqualTo(new Passed());
    assertThat(guard.ask(on(user, "g"))).isEqualTo(new Passed());
    assertThat(guard.ask(on(user, "h"))).isEqualTo(new TooManyDevices(3));
  }

  /** What a restart of a Redis without a disk does. */
  private static void forgetEverything() {
    LettuceConnectionFactory direct = factory(REDIS.getPort());
    try {
      var _ =
          new StringRedisTemplate(direct)
              .execute(
                  (RedisCallback<Boolean>)
                      (RedisConnection connection) -> {
                        connection.serverCommands().flushAll();
                        return true;
                      });
    } finally {
      direct.destroy();
    }
  }

  private static LettuceConnectionFactory throughTheWire() {
    return factory(WIRE.port());
  }

  private static LettuceConnectionFactory factory(int port) {
    RedisURI uri = RedisURI.create("redis://" + REDIS.getUserInfo() + "@127.0.0.1:" + port);
    LettuceConnectionFactory connections =
        new LettuceConnectionFactory(
            LettuceConnectionFactory.createRedisConfiguration(uri),
            LettuceClientConfiguration.builder()
                .commandTimeout(Duration.ofMillis(500))
                .clientOptions(
                    ClientOptions.builder()
                        .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
                        .build())
                .build());
    connections.afterPropertiesSet();
    connections.start();
    return connections;
  }
}
