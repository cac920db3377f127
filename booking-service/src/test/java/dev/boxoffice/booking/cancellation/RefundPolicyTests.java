package dev.boxoffice.booking.cancellation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefundPolicyTests {

  private static final Instant SHOW_TIME = Instant.parse("2027-03-01T19:30:00Z");

  @ParameterizedTest
  @CsvSource({
    "PT24H, 100",
    "PT23H59M59.999S, 50",
    "PT4H, 50",
    "PT3H59M59.999S, 0",
    "PT0S, 0",
  })
  void changesExactlyAtItsBounds(Duration left, int percentage) {
    assertThat(RefundPolicy.percentage(Cause.BUYER, SHOW_TIME.minus(left), SHOW_TIME))
        .isEqualTo(percentage);
  }

  @Test
  void givesEverythingBackWhenTheShowIsCancelled() {
    assertThat(RefundPolicy.percentage(Cause.SHOW, SHOW_TIME, SHOW_TIME)).isEqualTo(100);
  }
}
