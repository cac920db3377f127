package dev.boxoffice.event.catalogue;

import dev.boxoffice.defaults.problem.FieldError;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /v1/events/{eventId}/shows}. Amounts are in minor units. */
record NewShow(
    @NotNull Instant showTime,
    @NotNull @CurrencyCode String currency,
    @NotEmpty @Size(max = 1_000)
        Map<@NotBlank @Size(max = 200) String, @NotNull @PositiveOrZero @Max(AMOUNT_MAX) Long>
            prices,
    @Nullable Instant salesStartAt,
    @Min(1) @Max(1_000) @Nullable Integer seatsPerUserMax,
    @Nullable QueueMode queue,
    @Valid @Nullable DynamicPricing dynamicPricing,
    @Valid @Nullable Overbooking overbooking,
    @Nullable Boolean allowOrphanSeats) {

  /** Ten thousand million of the largest units: sums of it are far from overflowing. */
  static final long AMOUNT_MAX = 1_000_000_000_000L;

  private static final int SEATS_PER_USER_MAX = 6;
  private static final BigDecimal OVERBOOKING_PERCENT_MAX = BigDecimal.valueOf(3);

  record DynamicPricing(@NotNull Boolean enabled) {}

  record Overbooking(
      @NotNull Boolean enabled,
      @PositiveOrZero @DecimalMax("100") @Nullable BigDecimal percentMax) {}

  /** What can only be seen by looking at more than one field. */
  List<FieldError> errors(Set<String> priceCategories) {
    List<FieldError> errors = new ArrayList<>();
    if (!Dates.isReasonable(showTime)) {
      errors.add(new FieldError("showTime", Dates.UNREASONABLE));
    }
    if (salesStartAt != null && !Dates.isReasonable(salesStartAt)) {
      errors.add(new FieldError("salesStartAt", Dates.UNREASONABLE));
    } else if (salesStartAt != null && salesStartAt.isAfter(showTime)) {
      errors.add(new FieldError("salesStartAt", "must not be after showTime"));
    }
    priceCategories.stream()
        .sorted()
        .filter(category -> !prices.containsKey(category))
        .forEach(
            category ->
                errors.add(
                    new FieldError(
                        "prices", "has no amount for \"" + category + "\", which seats have")));
    return errors;
  }

  ShowTerms terms() {
    return new ShowTerms(
        salesStartAt == null ? null : salesStartAt.truncatedTo(ChronoUnit.MICROS),
        currency,
        Objects.requireNonNullElse(seatsPerUserMax, SEATS_PER_USER_MAX),
        Objects.requireNonNullElse(queue, QueueMode.AUTO),
        dynamicPricing != null && dynamicPricing.enabled(),
        overbooking != null && overbooking.enabled(),
        overbooking == null || overbooking.percentMax() == null
            ? OVERBOOKING_PERCENT_MAX
            : overbooking.percentMax(),
        Objects.requireNonNullElse(allowOrphanSeats, true));
  }
}
