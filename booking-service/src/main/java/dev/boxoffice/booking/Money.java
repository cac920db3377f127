package dev.boxoffice.booking;

import java.util.Currency;

/** An amount in the smallest unit of its currency, never negative. */
public record Money(long minorUnits, Currency currency) {

  private static final int WHOLE_PERCENT = 100;

  public Money {
    if (minorUnits < 0) {
      throw new IllegalArgumentException("Money must not be negative: " + minorUnits);
    }
  }

  public static Money of(long minorUnits, String currencyCode) {
    return new Money(minorUnits, Currency.getInstance(currencyCode));
  }

  public static Money none(Currency currency) {
    return new Money(0, currency);
  }

  public Money plus(Money other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException(currency + " cannot be added to " + other.currency);
    }
    return new Money(Math.addExact(minorUnits, other.minorUnits), currency);
  }

  /** That part of the amount, rounded down to a whole unit. */
  public Money percent(int percentage) {
    if (percentage < 0 || percentage > WHOLE_PERCENT) {
      throw new IllegalArgumentException("Not a percentage: " + percentage);
    }
    return new Money(Math.multiplyExact(minorUnits, (long) percentage) / WHOLE_PERCENT, currency);
  }

  public boolean isNone() {
    return minorUnits == 0;
  }
}
