package dev.boxoffice.booking.booking;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How a purchase is answered.
 *
 * @param answerWithin how long a request waits for the outcome before it is told to look later
 * @param attemptsMax cards that may be tried on one booking
 */
@Validated
@ConfigurationProperties("boxoffice.purchase")
public record PurchaseSettings(
    @NotNull @DefaultValue("PT7.5S") Duration answerWithin,
    @Positive @DefaultValue("10") int attemptsMax) {}
