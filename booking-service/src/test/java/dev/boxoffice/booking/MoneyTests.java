package dev.boxoffice.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MoneyTests {

  @Test
  void isNeverNegative() {
    assertThatThrownBy(() -> Money.of(-1, "INR")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void roundsPartsDown() {
    assertThat(Money.of(101, "INR").percent(50)).isEqualTo(Money.of(50, "INR"));
    assertThat(Money.of(Long.MAX_VALUE / 100, "INR").percent(100).minorUnits())
        .isEqualTo(Long.MAX_VALUE / 100);
  }

  @Test
  void addsOnlyToItsOwnCurrency() {
    assertThat(Money.of(1, "INR").plus(Money.of(2, "INR"))).isEqualTo(Money.of(3, "INR"));
    assertThatThrownBy(() -> Money.of(1, "INR").plus(Money.of(2, "EUR")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void makesAnOrderOnlyIfTheSeatsCostTheTotal() {
    var seat =
        new PricedSeat(
            new SeatId(UUID.randomUUID()),
            new SectionId(UUID.randomUUID()),
            "Stalls",
            null,
            "1",
            Money.of(100, "INR"));
    assertThatThrownBy(
            () ->
                new Order(
                    new ShowId(UUID.randomUUID()),
                    Instant.EPOCH,
                    List.of(seat),
                    Money.of(99, "INR")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
