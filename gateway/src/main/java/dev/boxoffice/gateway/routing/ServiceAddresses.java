package dev.boxoffice.gateway.routing;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** Where the services are. */
@Validated
@ConfigurationProperties("boxoffice.services")
public record ServiceAddresses(
    @NotNull URI event,
    @NotNull URI seat,
    @NotNull URI booking,
    @NotNull URI queue,
    @NotNull URI ticket) {

  /** Where the service is that answers such calls. */
  public URI of(Target target) {
    return switch (target) {
      case EVENT -> event;
      case SEAT -> seat;
      case BOOKING -> booking;
      case QUEUE -> queue;
      case TICKET -> ticket;
      case GATEWAY -> throw new IllegalArgumentException("the gateway asks no service for these");
    };
  }
}
