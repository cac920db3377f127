package dev.boxoffice.booking.process;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How unfinished work is taken up again.
 *
 * @param every how often an instance looks for work that is due
 * @param leaseFor how long others keep away from a run; longer than any run takes
 * @param firstRetryAfter the wait after the first missing answer, doubled from then on
 * @param retryAtLeastEvery the longest wait between tries
 * @param runsMax runs at a time in one instance's recoverer
 */
@Validated
@ConfigurationProperties("boxoffice.recovery")
public record RecoverySettings(
    @NotNull @DefaultValue("PT0.25S") Duration every,
    @NotNull @DefaultValue("PT1M") Duration leaseFor,
    @NotNull @DefaultValue("PT0.25S") Duration firstRetryAfter,
    @NotNull @DefaultValue("PT15S") Duration retryAtLeastEvery,
    @Positive @DefaultValue("16") int runsMax) {

  Backoff backoff() {
    return new Backoff(firstRetryAfter, retryAtLeastEvery);
  }
}
