package dev.boxoffice.system.race;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;

/**
 * The decisions of one actor at one step: the same for the same seed, however the steps before
 * went.
 */
final class Chance {
  private static final long MIX = 0x9E3779B97F4A7C15L;

  private final SplittableRandom random;

  private Chance(long seed) {
    this.random = new SplittableRandom(seed);
  }

  static Chance of(long seed, String actor, int step) {
    long mixed = seed * MIX + actor.hashCode();
    return new Chance((mixed ^ (mixed >>> 29)) * MIX + step);
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  int between(int least, int most) {
    return random.nextInt(least, most + 1);
  }

  boolean percent(int percent) {
    return below(100) < percent;
  }

  <T> T oneOf(List<T> all) {
    return all.get(below(all.size()));
  }

  /** So many different ones, or all if there are fewer. */
  <T> List<T> some(List<T> all, int number) {
    return shuffled(all).subList(0, Math.min(number, all.size()));
  }

  <T> List<T> shuffled(List<T> all) {
    List<T> shuffled = new ArrayList<>(all);
    Collections.shuffle(shuffled, new Random(random.nextLong()));
    return shuffled;
  }
}
