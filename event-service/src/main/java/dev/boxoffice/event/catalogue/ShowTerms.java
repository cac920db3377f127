package dev.boxoffice.event.catalogue;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** On what terms a show is sold. */
@Embeddable
record ShowTerms(
    @Nullable Instant salesStartAt,
    String currency,
    int seatsPerUserMax,
    @Enumerated(EnumType.STRING) QueueMode queue,
    boolean dynamicPricing,
    boolean overbooking,
    BigDecimal overbookingPercentMax,
    boolean allowOrphanSeats) {}
