package dev.boxoffice.seat.sale;

import java.util.Currency;

/** An amount in the currency's smallest unit. */
public record Money(long minorUnits, Currency currency) {
  public Money {
    if (minorUnits < 0) {
      throw new IllegalArgumentException("negative amount " + minorUnits);
    }
  }

  public Money plus(Money other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException(currency + " and " + other.currency);
    }
    return new Money(Math.addExact(minorUnits, other.minorUnits), currency);
  }
}
