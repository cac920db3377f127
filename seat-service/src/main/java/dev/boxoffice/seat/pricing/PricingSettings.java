package dev.boxoffice.seat.pricing;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How prices move.
 *
 * @param every how long a show keeps its prices
 * @param lookEvery how often it is looked for shows whose turn it is
 */
@Validated
@ConfigurationProperties("boxoffice.pricing")
record PricingSettings(
    @DefaultValue("PT1M") @DurationMin(millis = 100) Duration every,
    @DefaultValue("PT1S") @DurationMin(millis = 100) Duration lookEvery) {}
