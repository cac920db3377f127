package dev.boxoffice.seat.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.boxoffice.defaults.problem.MalformedRequestException;
import io.lettuce.core.cluster.SlotHash;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class GuardKeysTests {
  @Test
  void aScriptsKeysAreInOneSlotOfACluster() {
    for (String user : List.of("asha", "auth0|5f7c8ec7", "a}b{c", "x y", "{")) {
      List<String> keys =
          GuardCounters.userKeys(user, new Challenges.Solved("salt", Duration.ofSeconds(1)));

      assertThat(keys.stream().map(SlotHash::getSlot).distinct()).as("" + keys).hasSize(1);
    }
  }

  @Test
  void anAddressIsOneSubscribersNetwork() {
    assertThat(network("203.0.113.9")).isEqualTo("203.0.113.9");
    assertThat(network("2001:db8:1:2:3:4:5:6")).isEqualTo(network("2001:db8:1:2::1"));
    assertThat(network("2001:db8:1:2::1")).isNotEqualTo(network("2001:db8:1:3::1"));
    assertThat(network("::ffff:203.0.113.9")).isEqualTo("203.0.113.9");
  }

  @Test
  void aDevicesNameIsShortAndVisible() {
    for (String device : List.of("", " ", "a b", "x".repeat(129), "ü")) {
      Assertions.assertThatExceptionOfType(MalformedRequestException.class)
          .isThrownBy(() -> Visitor.of("asha", "203.0.113.9", device, null));
    }
    assertThat(Visitor.of("asha", "203.0.113.9", "x".repeat(128), null).deviceId()).hasSize(128);
  }

  private static String network(String address) {
    return Visitor.of("asha", address, null, null).network();
  }
}
