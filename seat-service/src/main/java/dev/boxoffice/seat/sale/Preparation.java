package dev.boxoffice.seat.sale;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Map;
import java.util.UUID;

/** What is needed to make a published show's seats. */
record Preparation(
    ShowId showId,
    UUID eventId,
    UUID venueId,
    SeatIdBase seatIdBase,
    String layoutHash,
    Currency currency,
    Map<String, Long> prices,
    BigDecimal overbookingPercentMax) {

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
