package dev.boxoffice.seat.sale;

import java.util.Currency;
import java.util.Map;

/** What is needed to make a published show's seats. */
record Preparation(
    ShowId showId,
    SeatIdBase seatIdBase,
    String layoutHash,
    Currency currency,
    Map<String, Long> prices) {

  Preparation {
    prices = Map.copyOf(prices);
  }

  /** The price of a section, which event-service has promised to be there. */
  long priceOf(Layout.Section section) {
    Long price = prices.get(section.priceCategory());
    if (price == null) {
      throw new IllegalStateException(
          "show " + showId + " has no price for " + section.priceCategory());
    }
    return price;
  }
}
