package dev.boxoffice.seat.allocation.claims;

import static org.assertj.core.api.Assertions.assertThat;

import dev.boxoffice.seat.redis.AsyncScript;
import dev.boxoffice.testing.TestStack;
import io.lettuce.core.RedisURI;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Whoever comes late, or again, changes nothing that is somebody else's. */
class ClaimScriptsTests {
  private static final LettuceConnectionFactory CONNECTIONS = connections();
  private static final StringRedisTemplate REDIS = new StringRedisTemplate(CONNECTIONS);
  private static final String ASHA = UUID.randomUUID().toString();
  private static final String BEN = UUID.randomUUID().toString();
  private static final long MINUTE = 60_000;

  private final String one = key();
  private final String other = key();
  private final String third = key();

  @AfterAll
  static void stop() {
    CONNECTIONS.destroy();
  }

  @Test
  void claimsJustTheSeatsThatAreWantedAndEachForATime() {
    assertThat(claim(ASHA, MINUTE, one, other)).isEmpty();

    assertThat(owners()).containsExactly(ASHA, ASHA, null);
    assertThat(millisLeft(one)).isBetween(1L, MINUTE);
    assertThat(millisLeft(other)).isBetween(1L, MINUTE);
    assertThat(claim(BEN, MINUTE, third)).isEmpty();
  }

  @Test
  void claimsNothingWhenOneSeatIsClaimedAndSaysByWhom() {
    assertThat(claim(ASHA, MINUTE, other)).isEmpty();

    assertThat(claim(BEN, 10 * MINUTE, one, other, third)).isEqualTo("2=" + ASHA);

    assertThat(owners()).containsExactly(null, ASHA, null);
    assertThat(millisLeft(other)).isBetween(1L, MINUTE);
  }

  @Test
  void aClaimThatIsRepeatedPassesAndLastsNoLonger() {
    assertThat(claim(ASHA, MINUTE, one)).isEmpty();

    assertThat(claim(ASHA, 10 * MINUTE, one, other)).isEmpty();

    assertThat(owners()).containsExactly(ASHA, ASHA, null);
    assertThat(millisLeft(one)).isBetween(1L, MINUTE);
  }

  @Test
  void aLateDropFreesNothingOfTheNextOwner() {
    assertThat(claim(ASHA, MINUTE, one, other)).isEmpty();
    assertThat(run(ClaimScripts.DROP, List.of(one), ASHA)).isEqualTo(1);
    assertThat(claim(BEN, MINUTE, one)).isEmpty();

    assertThat(run(ClaimScripts.DROP, List.of(one, other), ASHA, ASHA)).isEqualTo(1);
    assertThat(run(ClaimScripts.DROP, List.of(one, other), ASHA, ASHA)).isZero();

    assertThat(owners()).containsExactly(BEN, null, null);
    assertThat(millisLeft(one)).isBetween(1L, MINUTE);
  }

  @Test
  void aLateKeepProlongsNothingOfTheNextOwnerAndBringsNothingBack() {
    assertThat(claim(BEN, MINUTE, one)).isEmpty();
    assertThat(claim(ASHA, MINUTE, third)).isEmpty();

    long kept =
        run(
            ClaimScripts.KEEP,
            List.of(one, other, third),
            Long.toString(10 * MINUTE),
            ASHA,
            ASHA,
            ASHA);

    assertThat(kept).isEqualTo(1);
    assertThat(owners()).containsExactly(BEN, null, ASHA);
    assertThat(millisLeft(one)).isBetween(1L, MINUTE);
    assertThat(millisLeft(third)).isBetween(9 * MINUTE, 10 * MINUTE);
  }

  @Test
  void whatIsRestoredReplacesTheRefusedAndNobodyElse() {
    String chitra = UUID.randomUUID().toString();
    assertThat(claim(BEN, 10 * MINUTE, one)).isEmpty();
    assertThat(claim(chitra, 10 * MINUTE, other)).isEmpty();

    long restored =
        run(
            ClaimScripts.RESTORE,
            List.of(one, other, third),
            Long.toString(MINUTE),
            ASHA,
            BEN,
            ASHA,
            BEN,
            ASHA,
            BEN);

    assertThat(restored).isEqualTo(2);
    assertThat(owners()).containsExactly(ASHA, chitra, ASHA);
    assertThat(millisLeft(one)).isBetween(1L, MINUTE);
    assertThat(millisLeft(other)).isGreaterThan(MINUTE);
    assertThat(millisLeft(third)).isBetween(1L, MINUTE);
  }

  private List<String> owners() {
    return Objects.requireNonNull(REDIS.opsForValue().multiGet(List.of(one, other, third)));
  }

  private static String claim(String owner, long millis, String... keys) {
    return REDIS.execute(ClaimScripts.CLAIM.script(), List.of(keys), owner, Long.toString(millis));
  }

  private static long run(AsyncScript<Long> script, List<String> keys, String... arguments) {
    return REDIS.execute(script.script(), keys, (Object[]) arguments);
  }

  private static long millisLeft(String key) {
    return REDIS.getExpire(key, TimeUnit.MILLISECONDS);
  }

  private static String key() {
    return "claim-scripts-tests:" + UUID.randomUUID();
  }

  private static LettuceConnectionFactory connections() {
    LettuceConnectionFactory connections =
        new LettuceConnectionFactory(
            LettuceConnectionFactory.createRedisConfiguration(
                RedisURI.create(TestStack.get().redisUrl())));
    connections.afterPropertiesSet();
    connections.start();
    return connections;
  }
}
