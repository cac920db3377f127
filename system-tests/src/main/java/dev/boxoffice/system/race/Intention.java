package dev.boxoffice.system.race;

import java.util.ArrayList;
import java.util.List;

/** What a buyer may be up to next. */
enum Intention {
  HOLD(24),
  /** The same twice at once under one key, at both instances. */
  HOLD_TWICE(6),
  /** Several at once, together more than anybody may have. */
  HOLD_TOO_MANY(6),
  EXTEND(7),
  RELEASE(14),
  PAY(14),
  /** The same several times at once. */
  PAY_TWICE(5),
  PAY_WITH_A_BAD_CARD(6),
  /** Just before or just after it is too late. */
  PAY_AT_THE_LAST_MOMENT(4),
  /** Leave the hold to the clock. */
  FORGET(4),
  CANCEL(12),
  CANCEL_ONE_SEAT(3);

  private static final List<Intention> BY_WEIGHT = new ArrayList<>();

  static {
    for (Intention intention : values()) {
      for (int i = 0; i < intention.weight; i++) {
        BY_WEIGHT.add(intention);
      }
    }
  }

  private final int weight;

  Intention(int weight) {
    this.weight = weight;
  }

  static Intention by(Chance chance) {
    return chance.oneOf(BY_WEIGHT);
  }
}
