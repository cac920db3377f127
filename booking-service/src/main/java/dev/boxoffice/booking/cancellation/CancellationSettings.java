package dev.boxoffice.booking.cancellation;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How cancellations are answered and taken up.
 *
 * @param answerWithin how long a request waits for the outcome
 * @param showEvery how often bookings of cancelled shows are looked for
 * @param showBatch how many of them are taken at a time
 */
@Validated
@ConfigurationProperties("boxoffice.cancellation")
public record CancellationSettings(
    @NotNull @DefaultValue("PT7.5S") Duration answerWithin,
    @NotNull @DefaultValue("PT1S") Duration showEvery,
    @Positive @DefaultValue("200") int showBatch) {}
