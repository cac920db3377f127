package dev.boxoffice.gateway.routing;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** Where the services are. */
@Validated
@ConfigurationProperties("boxoffice.services")
record ServiceAddresses(
    @NotNull URI event,
    @NotNull URI seat,
    @NotNull URI booking,
    @NotNull URI queue,
    @NotNull URI ticket) {}
