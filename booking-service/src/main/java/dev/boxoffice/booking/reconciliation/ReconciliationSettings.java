package dev.boxoffice.booking.reconciliation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * When our books are compared with the provider's.
 *
 * @param cron when, in UTC; seconds first
 * @param lookBack how much is compared: more than passes between two times, should one be missed
 * @param settledAfter how old a payment is at least, so that it is not compared half-way
 */
@Validated
@ConfigurationProperties("boxoffice.reconciliation")
public record ReconciliationSettings(
    @NotBlank @DefaultValue("0 30 3 * * *") String cron,
    @NotNull @DefaultValue("P3D") Duration lookBack,
    @NotNull @DefaultValue("PT1H") Duration settledAfter) {}
