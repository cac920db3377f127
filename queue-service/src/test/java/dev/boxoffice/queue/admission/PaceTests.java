package dev.boxoffice.queue.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTests {
  private final Pace pace = new Pace(100, Duration.ofSeconds(5), 1000);

  @Test
  void estimatesTheWaitByWholeBatches() {
    assertThat(pace.waitBehind(0)).isEqualTo(Duration.ofSeconds(5));
    assertThat(pace.waitBehind(99)).isEqualTo(Duration.ofSeconds(5));
    assertThat(pace.waitBehind(100)).isEqualTo(Duration.ofSeconds(10));
    assertThat(pace.admissionsPerMinute()).isEqualTo(1200);
  }

  @Test
  void cannotStandStill() {
    assertThatThrownBy(() -> new Pace(0, Duration.ofSeconds(5), 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Pace(1, Duration.ZERO, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Pace(1, Duration.ofSeconds(5), 0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
