package dev.boxoffice.seat.allocation.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.boxoffice.defaults.problem.UnavailableException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class HoldsInFlightTests {
  private static final Duration ANY = Duration.ofSeconds(1);

  private final HoldsInFlight inFlight =
      new HoldsInFlight(new AllocationSettings(ANY, ANY, 2, ANY, ANY, ANY, 2, 1, 1, ANY));

  @Test
  void refusesAtOnceBeyondTheLimitAndAdmitsAgainAfterwards() {
    try (var first = inFlight.enter();
        var second = inFlight.enter()) {
      assertThat(first).isNotNull();
      assertThat(second).isNotNull();
      assertThatThrownBy(inFlight::enter).isInstanceOf(UnavailableException.class);
    }
    try (var again = inFlight.enter()) {
      assertThat(again).isNotNull();
    }
  }

  @Test
  void hasFewerPlacesWithoutRedis() {
    try (var only = inFlight.enterWithoutRedis()) {
      assertThat(only).isNotNull();
      assertThatThrownBy(inFlight::enterWithoutRedis).isInstanceOf(UnavailableException.class);
    }
  }
}
