package dev.boxoffice.seat.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LotTests {
  private final Lot lot = Lot.random(new SplittableRandom(1), 10, 20);

  @Test
  void passesOnToTheNextShowWhenSixtyPercentAreHeld() {
    Show first = onSale();

    lot.held(first, 4);
    assertThat(onSale()).isEqualTo(first);
    lot.held(first, 2);
    assertThat(onSale()).isNotEqualTo(first);
    assertThat(lot.heldShare()).isEqualTo(0.3);
  }

  @Test
  void endsAfterTheLastShow() {
    Show first = onSale();
    lot.held(first, 6);
    Show second = onSale();
    // Somebody was late with the first.
    lot.held(first, 1);

    assertThat(onSale()).isEqualTo(second);
    lot.held(second, 6);
    assertThat(lot.onSale()).isNull();
    assertThat(lot.heldShare()).isEqualTo(0.65);
  }

  @Test
  void offersEachSeatOnce() {
    Show first = onSale();

    assertThat(lot.offer(first, 2)).containsExactly(0, 1);
    assertThat(lot.offer(first, 4)).containsExactly(2, 3, 4, 5);
    assertThat(onSale()).isNotEqualTo(first);
  }

  @Test
  void numbersShowsAndSeatsInTheirIds() {
    Show show = Show.of(0x1234_5678_9abc_def0L, 3, 10);

    assertThat(show.showId()).isEqualTo(UUID.fromString("12345678-9abc-8ef0-8000-000000000003"));
    assertThat(show.seat(10)).isEqualTo(UUID.fromString("12345678-9abc-8ef0-8000-00030000000a"));
    assertThat(show.seatPrefix() + "0000000a").isEqualTo(show.seat(10).toString());
  }

  private Show onSale() {
    return Objects.requireNonNull(lot.onSale());
  }
}
