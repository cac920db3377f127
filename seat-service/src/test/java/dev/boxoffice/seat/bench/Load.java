package dev.boxoffice.seat.bench;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Which seats clients ask for. */
enum Load {
  /** Any seats. */
  UNIFORM,
  /** Four of five attempts go for the first fifth of the seats. */
  HOT;

  private static final int HOT_ATTEMPTS_PERCENT = 80;
  private static final int HOT_SEATS_PERCENT = 20;
  private static final int ALL_PERCENT = 100;

  /** Indexes of different seats, in order. */
  int[] choose(SplittableRandom random, int seats, int count) {
    int hot = Math.toIntExact((long) seats * HOT_SEATS_PERCENT / ALL_PERCENT);
    return switch (this) {
      case UNIFORM -> distinct(random, 0, seats, count);
      case HOT ->
          random.nextInt(ALL_PERCENT) < HOT_ATTEMPTS_PERCENT
              ? distinct(random, 0, hot, count)
              : distinct(random, hot, seats, count);
    };
  }

  private static int[] distinct(SplittableRandom random, int from, int to, int count) {
    if (to - from < count) {
      throw new IllegalArgumentException(count + " of the seats from " + from + " to " + to);
    }
    int[] chosen = new int[count];
    for (int n = 0; n < count; n++) {
      int seat = random.nextInt(from, to);
      while (contains(chosen, n, seat)) {
        seat = random.nextInt(from, to);
      }
      chosen[n] = seat;
    }
    Arrays.sort(chosen);
    return chosen;
  }

  private static boolean contains(int[] chosen, int count, int seat) {
    for (int n = 0; n < count; n++) {
      if (chosen[n] == seat) {
        return true;
      }
    }
    return false;
  }
}
