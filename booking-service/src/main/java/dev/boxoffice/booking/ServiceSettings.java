package dev.boxoffice.booking;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where the services are that this one calls.
 *
 * @param answerWithin how long to wait for an answer before it counts as unknown
 */
@Validated
@ConfigurationProperties("boxoffice.services")
public record ServiceSettings(
    @NotNull URI seat, @NotNull URI ticket, @NotNull @DefaultValue("PT5S") Duration answerWithin) {}
