package dev.boxoffice.seat.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LoadTests {
  private static final int SEATS = 1_000;
  private static final int ATTEMPTS = 10_000;

  private final SplittableRandom random = new SplittableRandom(1);

  @Test
  void asksForDifferentSeatsInOrder() {
    for (Load load : Load.values()) {
      for (int n = 0; n < ATTEMPTS; n++) {
        int[] seats = load.choose(random, 10, 2);
        assertThat(seats[0]).isNotNegative().isLessThan(seats[1]);
        assertThat(seats[1]).isLessThan(10);
      }
    }
  }

  @Test
  void goesForTheFirstFifthFourTimesInFiveWhenHot() {
    long hot =
        IntStream.range(0, ATTEMPTS)
            .filter(_ -> Arrays.stream(Load.HOT.choose(random, SEATS, 2)).allMatch(s -> s < 200))
            .count();

    assertThat(hot).isBetween(7_800L, 8_200L);
  }

  @Test
  void goesForAllSeatsAlikeWhenUniform() {
    long first =
        IntStream.range(0, ATTEMPTS)
            .filter(_ -> Load.UNIFORM.choose(random, SEATS, 1)[0] < 200)
            .count();

    assertThat(first).isBetween(1_800L, 2_200L);
  }

  @Test
  void asksForTheSameSeatsWithTheSameSeed() {
    assertThat(Load.HOT.choose(new SplittableRandom(7), SEATS, 4))
        .isEqualTo(Load.HOT.choose(new SplittableRandom(7), SEATS, 4));
  }
}
