package dev.boxoffice.ticket.booking;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where booking-service is.
 *
 * @param answerWithin how long to wait for an answer before it counts as none
 */
@Validated
@ConfigurationProperties("boxoffice.services")
record BookingServiceSettings(
    @NotNull URI booking, @NotNull @DefaultValue("PT2S") Duration answerWithin) {}
