package dev.boxoffice.system.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReachedTests {

  @Test
  void countsUntilTheLastSubscriberHasAChange() {
    FrameSeen here = new FrameSeen(1, 2, 5_000, 80, "3:1,4:1");
    FrameSeen there = new FrameSeen(1, 1, 9_000, 80, "3:1,4:1");
    Reached reached =
        Reached.of(
            10, 1, List.of(3, 4), Map.of(3, 1_000L, 4, 2_000L), List.of(here.with(there)), 3, 0.5);

    assertThat(reached.missing()).isZero();
    assertThat(reached.percentileMillis(0)).isEqualTo(7);
    assertThat(reached.percentileMillis(99)).isEqualTo(8);
    assertThat(reached.cpuMicrosPerSend(3)).isBetween(166_666.0, 166_667.0);
  }

  @Test
  void missesWhatNotAllWereTold() {
    FrameSeen frame = new FrameSeen(1, 2, 5_000, 80, "3:1,4:2");
    Reached reached =
        Reached.of(10, 1, List.of(3, 4), Map.of(3, 0L, 4, 0L), List.of(frame), 3, 0.5);

    assertThat(reached.missing()).isEqualTo(2);
  }

  @Test
  void knowsWhenAFrameIsNotTheSameForAll() {
    FrameSeen frame = new FrameSeen(1, 2, 5_000, 80, "3:1");
    FrameSeen other = new FrameSeen(1, 2, 5_000, 80, "3:2");

    assertThatThrownBy(() -> frame.with(other)).hasMessageContaining("frame 1");
  }

  @Test
  void sharesSubscribersEvenlyAmongAsManyInstancesAsNeeded() {
    StreamSettings settings =
        new StreamSettings(50_000, 19_000, List.of(10, 400), Duration.ofSeconds(15), 5);

    assertThat(settings.instances()).isEqualTo(3);
    assertThat(settings.subscribersOf(0)).isEqualTo(16_667);
    assertThat(settings.subscribersOf(2)).isEqualTo(16_666);
  }
}
