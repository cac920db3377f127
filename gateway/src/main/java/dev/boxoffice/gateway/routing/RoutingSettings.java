package dev.boxoffice.gateway.routing;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long services may take.
 *
 * @param usualAnswerWithin longer than a confirm, which answers within about 8 s
 * @param slowAnswerWithin for seating plans of 40 MB
 */
@Validated
@ConfigurationProperties("boxoffice.routing")
public record RoutingSettings(
    @NotNull @DefaultValue("15s") Duration usualAnswerWithin,
    @NotNull @DefaultValue("90s") Duration slowAnswerWithin) {}
