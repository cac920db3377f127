package dev.boxoffice.local.launcher.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class ShowTimeTests {

  private static final ZoneId KOLKATA = ZoneId.of("Asia/Kolkata");

  @Test
  void readsLocalTimesWhereTheVenueIs() {
    assertThat(ShowTime.of("2030-05-31T19:30", KOLKATA))
        .isEqualTo(Instant.parse("2030-05-31T14:00:00Z"));
  }

  @Test
  void readsTimesWithAnOffset() {
    assertThat(ShowTime.of("2030-05-31T14:00:00Z", KOLKATA))
        .isEqualTo(Instant.parse("2030-05-31T14:00:00Z"));
    assertThat(ShowTime.of("2030-05-31T16:00:00+02:00", KOLKATA))
        .isEqualTo(Instant.parse("2030-05-31T14:00:00Z"));
  }

  @Test
  void saysHowToWriteATime() {
    assertThatThrownBy(() -> ShowTime.of("tomorrow", KOLKATA))
        .hasMessageContaining("\"tomorrow\" is no time");
  }
}
