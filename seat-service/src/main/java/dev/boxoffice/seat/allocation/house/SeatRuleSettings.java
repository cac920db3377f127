package dev.boxoffice.seat.allocation.house;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What the seat rules leave to the operator.
 *
 * @param accessibleKeptUntil how long before the show accessible seats and companions' become seats
 *     like all others
 */
@Validated
@ConfigurationProperties("boxoffice.seat")
public record SeatRuleSettings(
    @DefaultValue("PT24H") @NotNull @DurationMin Duration accessibleKeptUntil) {}
