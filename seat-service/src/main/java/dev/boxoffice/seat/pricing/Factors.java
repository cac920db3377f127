package dev.boxoffice.seat.pricing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Why a price is what it is: by how much each reason moves it. */
record Factors(BigDecimal demand, BigDecimal time, BigDecimal inventory) {
  private static final BigDecimal LOWEST_SHARE = new BigDecimal("0.7");
  private static final BigDecimal HIGHEST_SHARE = new BigDecimal("3");

  private static final BigDecimal DEMAND_MIN = new BigDecimal("0.8");
  private static final BigDecimal DEMAND_MAX = new BigDecimal("2.0");
  private static final int DEMAND_DECIMALS = 3;
  private static final BigDecimal NEUTRAL = BigDecimal.ONE;

  /**
   * Views of the last hour against the average, within bounds; neutral while there is nothing to
   * compare with.
   */
  static BigDecimal demand(ShowViews.@Nullable Views views) {
    if (views == null || views.averageAnHour() == 0) {
      return NEUTRAL;
    }
    return BigDecimal.valueOf(views.lastHour())
        .divide(BigDecimal.valueOf(views.averageAnHour()), DEMAND_DECIMALS, RoundingMode.HALF_UP)
        .max(DEMAND_MIN)
        .min(DEMAND_MAX);
  }

  /** Cheapest a month ahead, dearest on the day of the show. */
  static BigDecimal time(Duration untilShow) {
    long hours = untilShow.toHours();
    String factor;
    if (hours >= 30 * 24) {
      factor = "0.9";
    } else if (hours >= 14 * 24) {
      factor = "1.0";
    } else if (hours >= 7 * 24) {
      factor = "1.1";
    } else if (hours >= 3 * 24) {
      factor = "1.2";
    } else if (hours >= 24) {
      factor = "1.3";
    } else {
      factor = "1.5";
    }
    return new BigDecimal(factor);
  }

  /** A half-empty section is a bargain; the last seats of a full one are not. */
  static BigDecimal inventory(int total, int available) {
    if (available < 0 || available > total) {
      throw new IllegalArgumentException(available + " of " + total + " seats available");
    }
    long gone = 100L * (total - available);
    String factor;
    if (gone > 95L * total) {
      factor = "3.0";
    } else if (gone > 85L * total) {
      factor = "2.0";
    } else if (gone > 70L * total) {
      factor = "1.5";
    } else if (gone > 50L * total) {
      factor = "1.0";
    } else {
      factor = "0.8";
    }
    return new BigDecimal(factor);
  }

  /** The price in minor units that these factors make of a base price. */
  long price(long base) {
    BigDecimal exact = BigDecimal.valueOf(base);
    BigDecimal lowest = exact.multiply(LOWEST_SHARE).setScale(0, RoundingMode.CEILING);
    return exact
        .multiply(demand)
        .multiply(time)
        .multiply(inventory)
        .setScale(0, RoundingMode.HALF_UP)
        .max(lowest)
        .min(exact.multiply(HIGHEST_SHARE))
        .longValueExact();
  }
}
