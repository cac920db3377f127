package dev.boxoffice.seat.sale;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A show as the catalogue publishes it: what the sale needs to know. */
record PublishedShow(
    UUID showId,
    UUID eventId,
    UUID venueId,
    String title,
    String venueName,
    String timezone,
    String layoutHash,
    Instant showTime,
    @Nullable Instant salesStartAt,
    Currency currency,
    Map<String, Long> prices,
    int seatsPerUserMax,
    QueueMode queue,
    @Nullable DynamicPricing dynamicPricing,
    @Nullable Overbooking overbooking,
    @Nullable Boolean allowOrphanSeats) {

  PublishedShow {
    prices = Map.copyOf(prices);
  }

  record DynamicPricing(@Nullable Boolean enabled) {}

  record Overbooking(@Nullable Boolean enabled, @Nullable BigDecimal percentMax) {}

  boolean orphanSeatsAllowed() {
    return !Boolean.FALSE.equals(allowOrphanSeats);
  }

  boolean pricedDynamically() {
    return dynamicPricing != null && Boolean.TRUE.equals(dynamicPricing.enabled());
  }

  BigDecimal overbookingPercentMax() {
    return overbooking != null
            && Boolean.TRUE.equals(overbooking.enabled())
            && overbooking.percentMax() != null
        ? overbooking.percentMax()
        : BigDecimal.ZERO;
  }
}
