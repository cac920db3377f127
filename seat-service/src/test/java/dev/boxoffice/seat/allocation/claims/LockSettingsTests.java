package dev.boxoffice.seat.allocation.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.lettuce.core.RedisCredentials;
import io.lettuce.core.RedisURI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LockSettingsTests {
  @Test
  void anAddressIsAHostAndAPortOrAUrl() {
    List<RedisURI> addresses =
        settings(List.of("red:6379", "rediss://user:own@green:6380", "redis://blue"), "common")
            .addresses();

    assertThat(addresses).extracting(RedisURI::getHost).containsExactly("red", "green", "blue");
    assertThat(addresses).extracting(RedisURI::getPort).containsExactly(6379, 6380, 6379);
    assertThat(addresses).extracting(RedisURI::isSsl).containsExactly(false, true, false);
    assertThat(addresses)
        .extracting(LockSettingsTests::password)
        .containsExactly("common", "own", "common");
  }

  @Test
  void aNodeHasOneVote() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings(List.of("red:1", "blue:1", "red:1"), null))
        .withMessageContaining("twice");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings(List.of("red:6379", "blue:1", "redis://:own@red"), null))
        .withMessageContaining("twice");
  }

  @Test
  void twoNodesAreWorseThanOne() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings(List.of("red:1", "blue:1"), null))
        .withMessageContaining("majority");
  }

  @Test
  void keepsPasswordsToItself() {
    assertThat(settings(List.of("redis://:own@red:1"), "common").toString())
        .doesNotContain("own", "common");
  }

  private static LockSettings settings(List<String> nodes, @Nullable String password) {
    return new LockSettings(nodes, password, Duration.ofMillis(200), null);
  }

  private static String password(RedisURI address) {
    RedisCredentials credentials =
        Objects.requireNonNull(address.getCredentialsProvider().resolveCredentials().block());
    return new String(credentials.getPassword());
  }
}
